using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>The decision is made.</summary>
public sealed record Settled(DecisionOutcome Outcome, IReadOnlyList<string> Publications) : Taken(Publications);
