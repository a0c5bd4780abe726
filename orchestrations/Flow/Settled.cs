using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>The decision is made; or not yet, while a special procedure is open (行政许可法 art. 45).</summary>
/// <param name="Outcome">Null when there is no decision yet.</param>
public sealed record Settled(DecisionOutcome? Outcome, IReadOnlyList<string> Publications) : Taken(Publications)
{
    /// <summary>The applicant withdrew before it was made.</summary>
    public bool Withdrawn { get; init; }
}
