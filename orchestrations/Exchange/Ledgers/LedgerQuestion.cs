using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>A question about a ledger that two stamps both keep.</summary>
/// <param name="From">Who asks, and signs.</param>
/// <param name="To">Who is asked.</param>
/// <param name="At">When; makes each question another.</param>
/// <param name="Ask">What.</param>
/// <param name="Sender">Whose hand-overs: the asker's or the other's.</param>
/// <param name="Day">Of which day in China.</param>
/// <param name="DigestName">With which digest a summary is to be made.</param>
/// <param name="Continuation">From the page before.</param>
/// <param name="Places">What evidence is asked for.</param>
public sealed record LedgerQuestion(
    ProvinceCode From,
    ProvinceCode To,
    Instant At,
    LedgerAsk Ask,
    ProvinceCode Sender,
    LocalDate Day,
    string? DigestName = null,
    string? Continuation = null,
    IReadOnlyList<LedgerPlace>? Places = null)
{
    /// <summary>Most places that evidence is asked for at a time.</summary>
    public const int MaxPlaces = 10;

    /// <summary>The route asked about; null when it is none of these two.</summary>
    public Route? Route => Sender == From ? new Route(From, To) : Sender == To ? new Route(To, From) : null;
}
