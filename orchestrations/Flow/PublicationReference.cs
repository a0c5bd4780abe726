using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>One event for one subscriber, by its key in the case's effect ledger.</summary>
public sealed record PublicationReference(ApplicationNumber Number, string Key);
