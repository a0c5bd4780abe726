namespace CrossRegion.Orchestrations.Flow;

/// <summary>By which calendar all open limits are counted again, why, and from where on.</summary>
/// <param name="Calendar">Its fingerprint.</param>
/// <param name="Reason">What changed, for the applicants.</param>
/// <param name="Continuation">Null at the beginning.</param>
public sealed record RecomputeReference(string Calendar, string Reason, string? Continuation, RetryPlan Retry);
