namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The orchestrator sends an event to another instance.</summary>
internal sealed record EventSent(int TaskId, string InstanceId, string Name, string? Payload) : ActionEvent(TaskId)
{
    public override string Description => $"event '{Name}' to '{InstanceId}'";
}
