using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.Events;

/// <param name="Materials">What was handed in; at least one, each once.</param>
public sealed record SupplementData(IReadOnlyList<HandedInMaterial> Materials);
