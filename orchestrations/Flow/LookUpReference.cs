using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>One thing to look up for one case, by its look-up code.</summary>
public sealed record LookUpReference(ApplicationNumber Number, string LookUp);
