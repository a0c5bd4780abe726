using CrossRegion.Domain.CodeSets;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Overview;

/// <summary>A hand-over as operators see it: where it is found, never what it says.</summary>
public sealed record HandOverView(string Number, string From, string To, int Sequence, HandOverKind Kind, Instant At)
{
    internal static HandOverView Of(Envelope envelope) =>
        new(envelope.Number.Value, envelope.From.Value, envelope.To.Value, envelope.Sequence, envelope.Kind, envelope.At);
}
