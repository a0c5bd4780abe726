using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>Whose limits are watched, and how often telling of them is tried.</summary>
public sealed record WatchReference(ApplicationNumber Number, RetryPlan Retry);
