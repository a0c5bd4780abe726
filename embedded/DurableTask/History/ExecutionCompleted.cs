using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The last event of an execution.</summary>
internal sealed record ExecutionCompleted(OrchestrationRuntimeStatus Status, string? Output, TaskFailureDetails? Failure) : HistoryEvent;
