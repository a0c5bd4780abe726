namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Begins a turn; its time is what the orchestrator sees as now.</summary>
internal sealed record TurnStarted(DateTime Now) : HistoryEvent;
