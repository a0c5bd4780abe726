namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>A department's part in an application, and how long its officer takes.</summary>
/// <param name="Department">Its key in the item.</param>
/// <param name="Province">Where it sits.</param>
/// <param name="After">The departments that have to approve before it is asked.</param>
/// <param name="Takes">From being asked to the answer.</param>
internal sealed record PlannedReview(string Department, string Province, IReadOnlyList<string> After, TimeSpan Takes);
