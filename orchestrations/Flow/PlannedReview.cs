using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>A department and those that must have approved before it is asked.</summary>
public sealed record PlannedReview(DepartmentKey Department, IReadOnlyList<DepartmentKey> DependsOn);
