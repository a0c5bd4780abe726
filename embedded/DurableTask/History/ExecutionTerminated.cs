namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Somebody ends the execution from outside.</summary>
internal sealed record ExecutionTerminated(string? Output, bool Recursive) : HistoryEvent;
