using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>What became of comparing one day's ledgers with a peer (对账).</summary>
/// <param name="Differences">How many are left, both ways.</param>
public sealed record ReconciliationResult(ProvinceCode Peer, LocalDate Day, Instant At, int Differences, IReadOnlyList<RouteResult> Routes);
