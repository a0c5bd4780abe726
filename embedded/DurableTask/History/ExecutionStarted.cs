namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The first event of every execution: what runs, with what.</summary>
internal sealed record ExecutionStarted(string Name, string Version, string? Input, ParentLink? Parent, IReadOnlyDictionary<string, string>? Tags, DateTime? StartAt) : HistoryEvent;
