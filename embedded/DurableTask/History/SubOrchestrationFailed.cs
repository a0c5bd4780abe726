using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>A sub-orchestration has failed or was terminated.</summary>
internal sealed record SubOrchestrationFailed(int TaskId, TaskFailureDetails Failure) : AnswerEvent(TaskId);
