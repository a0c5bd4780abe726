namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>
/// Something that happened to an orchestration. A history is a row of turns: <see cref="TurnStarted"/>, what came in, what
/// the orchestrator then did. Replaying them in order brings the orchestrator to the same place.
/// </summary>
internal abstract record HistoryEvent;
