namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>A sub-orchestration has returned.</summary>
internal sealed record SubOrchestrationCompleted(int TaskId, string? Result) : AnswerEvent(TaskId);
