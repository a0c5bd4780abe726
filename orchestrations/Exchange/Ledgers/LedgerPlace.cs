using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>Which hand-over of a route.</summary>
public sealed record LedgerPlace(ApplicationNumber Number, int Sequence) : IComparable<LedgerPlace>
{
    public int CompareTo(LedgerPlace? other) =>
        other is null ? 1
        : Number.CompareTo(other.Number) is var byNumber and not 0 ? byNumber
        : Sequence.CompareTo(other.Sequence);
}
