namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>A timer is due.</summary>
internal sealed record TimerFired(int TaskId) : AnswerEvent(TaskId);
