using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Flow;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>A case after a step.</summary>
/// <param name="Publications">The effects (keys in its ledger) that tell subscribers of it and are not completed yet.</param>
/// <param name="WakesLimits">Something is due earlier than before the step, or never again: who watches the limits has to look.</param>
public sealed record StepTaken(Case Case, IReadOnlyList<string> Publications, bool WakesLimits)
{
    /// <summary>What an orchestration is told of it.</summary>
    public Taken Told() => new(Publications) { WakesLimits = WakesLimits };
}
