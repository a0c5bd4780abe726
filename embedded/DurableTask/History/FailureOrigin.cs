namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>How an execution came to fail.</summary>
/// <param name="TaskId">The call whose failure was the first that led to it; <c>null</c> if none did.</param>
internal sealed record FailureOrigin(int? TaskId);
