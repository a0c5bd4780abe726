using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>An activity has failed.</summary>
internal sealed record TaskFailed(int TaskId, TaskFailureDetails Failure) : AnswerEvent(TaskId);
