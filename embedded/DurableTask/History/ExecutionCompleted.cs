using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The last event of an execution.</summary>
/// <param name="Origin">How the failure came about; <c>null</c> for another end, and for failures written before it was noted.</param>
internal sealed record ExecutionCompleted(
    OrchestrationRuntimeStatus Status, string? Output, TaskFailureDetails? Failure, FailureOrigin? Origin = null) : HistoryEvent;
