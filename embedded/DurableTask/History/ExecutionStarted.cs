namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The first event of every execution: what runs, with what.</summary>
/// <param name="Trace">The span that caused it; <c>null</c> if nobody traced it.</param>
internal sealed record ExecutionStarted(string Name, string Version, string? Input, ParentLink? Parent, IReadOnlyDictionary<string, string>? Tags, DateTime? StartAt, TraceLink? Trace = null) : HistoryEvent;
