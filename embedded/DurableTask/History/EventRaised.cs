namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>An external event has come.</summary>
internal sealed record EventRaised(string Name, string? Payload) : HistoryEvent;
