using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>What the receiving authority signs: that it has taken a hand-over into its custody (交接回执).</summary>
/// <param name="Number">The application.</param>
/// <param name="From">Who handed over.</param>
/// <param name="To">Who has taken, and signs.</param>
/// <param name="Sequence">Which hand-over.</param>
/// <param name="Digest">Digest of the envelope's bytes: of everything, since the envelope binds the body.</param>
/// <param name="TakenAt">When it was stored there.</param>
/// <param name="TakenBy">By whom: the receiving stamp, <c>urn:gov:cn:44:crossregion</c>.</param>
public sealed record CustodyReceipt(
    ApplicationNumber Number, ProvinceCode From, ProvinceCode To, int Sequence, string Digest, Instant TakenAt, string TakenBy)
{
    /// <summary>Whether it is for this hand-over and no other.</summary>
    public bool IsFor(Envelope envelope, string digest) =>
        Number == envelope.Number && From == envelope.From && To == envelope.To && Sequence == envelope.Sequence && Digest == digest;
}
