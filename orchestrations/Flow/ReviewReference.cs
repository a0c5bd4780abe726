using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>One department's part in one case.</summary>
public sealed record ReviewReference(ApplicationNumber Number, DepartmentKey Department, RetryPlan Retry);
