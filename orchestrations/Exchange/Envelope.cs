using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>
/// What the sending authority signs: everything about a hand-over but its body, which it binds by a digest. So the proof of custody holds
/// no personal data and outlives the body, which may be erased.
/// </summary>
/// <param name="Kind">What is handed over.</param>
/// <param name="Number">Of which application; the same number on both sides.</param>
/// <param name="From">The sending authority's province.</param>
/// <param name="To">The receiving authority's province.</param>
/// <param name="Sequence">Counts this application's hand-overs on this route, from 1 to <see cref="LastSequence"/> without a gap.</param>
/// <param name="At">When it was handed over; its day in China is the ledger's day.</param>
/// <param name="BodyDigest">Digest of the body's UTF-8 bytes, <c>sha-256:BASE64URL</c>.</param>
public sealed record Envelope(
    HandOverKind Kind, ApplicationNumber Number, ProvinceCode From, ProvinceCode To, int Sequence, Instant At, string BodyDigest)
{
    /// <summary>Ids of documents sort by four digits.</summary>
    public const int LastSequence = 9999;

    public Route Route => new(From, To);

    /// <summary>The day whose ledger has it.</summary>
    public LocalDate Day => ChinaTime.DateOf(At);
}
