namespace CrossRegion.Orchestrations.Flow;

/// <summary>What a generation of the orchestration begins with.</summary>
/// <param name="LookUps">What to look up with the authorities, by look-up code.</param>
/// <param name="Withdrawn">The applicant's withdrawal came before this generation began.</param>
/// <param name="OpenPublications">What earlier generations left untold.</param>
public sealed record HandlingPlan(IReadOnlyList<string> LookUps, bool Withdrawn, IReadOnlyList<string> OpenPublications, RetryPlan Retry);
