namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Somebody holds the execution: what comes after is kept until it is resumed.</summary>
internal sealed record ExecutionSuspended(string? Reason) : HistoryEvent;
