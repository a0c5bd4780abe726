using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>What a refused message says about itself, true or not; null where it could not be read.</summary>
public sealed record RefusedMessage(ProvinceCode? From = null, ProvinceCode? To = null, ApplicationNumber? Number = null, int? Sequence = null)
{
    public static RefusedMessage Of(Envelope? envelope) => new(envelope?.From, envelope?.To, envelope?.Number, envelope?.Sequence);
}
