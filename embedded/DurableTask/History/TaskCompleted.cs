namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>An activity has returned.</summary>
internal sealed record TaskCompleted(int TaskId, string? Result) : AnswerEvent(TaskId);
