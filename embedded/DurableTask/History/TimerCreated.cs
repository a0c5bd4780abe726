namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The orchestrator sets a timer.</summary>
internal sealed record TimerCreated(int TaskId, DateTime FireAt) : ActionEvent(TaskId)
{
    public override string Description => "timer";
}
