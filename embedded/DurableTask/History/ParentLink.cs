namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Where a sub-orchestration reports its end.</summary>
/// <param name="Execution">The parent's execution that waits; a later one has other tasks under the same numbers.</param>
/// <param name="TaskId">The number of the call in that execution.</param>
internal sealed record ParentLink(string InstanceId, string Name, long Execution, int TaskId);
