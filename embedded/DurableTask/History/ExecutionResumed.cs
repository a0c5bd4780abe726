namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Somebody lets the execution go on.</summary>
internal sealed record ExecutionResumed(string? Reason) : HistoryEvent;
