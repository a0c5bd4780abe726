using CrossRegion.Orchestrations.Exchange.Taking;

namespace CrossRegion.Orchestrations.Exchange.Overview;

/// <summary>How the exchange stands: what operators look at first.</summary>
/// <param name="Provinces">Whom this stamp serves.</param>
/// <param name="Peers">One for each peer.</param>
/// <param name="RefusedFromUnknown">What was refused here of what nobody known has sent, the latest first.</param>
public sealed record ExchangeView(IReadOnlyList<string> Provinces, IReadOnlyList<PeerView> Peers, IReadOnlyList<AuditedRefusal> RefusedFromUnknown);
