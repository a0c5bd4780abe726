namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>Nothing happened but the passing of time; has a turn run and is not kept.</summary>
internal sealed record WokenUp : HistoryEvent;
