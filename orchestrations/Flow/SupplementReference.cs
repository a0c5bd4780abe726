using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>The answer to one notice of one case.</summary>
public sealed record SupplementReference(ApplicationNumber Number, int Round);
