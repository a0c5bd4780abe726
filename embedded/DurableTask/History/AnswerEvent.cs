namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The end of something the orchestrator has begun.</summary>
/// <param name="TaskId">Number of the action that it answers.</param>
internal abstract record AnswerEvent(int TaskId) : HistoryEvent;
