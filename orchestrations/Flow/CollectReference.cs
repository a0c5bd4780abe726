using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>An application that is received here for another stamp.</summary>
public sealed record CollectReference(ApplicationNumber Number, RetryPlan Retry);
