using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>A case after a step, and the effects (keys in its ledger) that tell subscribers of it and are not completed yet.</summary>
public sealed record StepTaken(Case Case, IReadOnlyList<string> Publications);
