namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>A page of cases, latest first.</summary>
/// <param name="Applications">The page.</param>
/// <param name="Continuation">Opaque; asks for the next page. Null when there is none.</param>
public sealed record ApplicationList(IReadOnlyList<ApplicationSummary> Applications, string? Continuation);
