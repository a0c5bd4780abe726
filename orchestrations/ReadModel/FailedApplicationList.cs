namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>A page of cases whose handling broke, oldest failure first.</summary>
/// <param name="Failed">The page.</param>
/// <param name="Continuation">Opaque; asks for the next page. Null when there is none.</param>
public sealed record FailedApplicationList(IReadOnlyList<FailedApplication> Failed, string? Continuation);
