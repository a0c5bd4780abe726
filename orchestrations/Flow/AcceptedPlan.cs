namespace CrossRegion.Orchestrations.Flow;

/// <summary>The application is accepted; these departments review it.</summary>
public sealed record AcceptedPlan(IReadOnlyList<PlannedReview> Reviews, IReadOnlyList<string> Publications) : Taken(Publications);
