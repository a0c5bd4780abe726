namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The orchestrator calls a sub-orchestration.</summary>
internal sealed record SubOrchestrationCreated(int TaskId, string InstanceId, string Name, string Version, string? Input, IReadOnlyDictionary<string, string>? Tags) : ActionEvent(TaskId)
{
    public override string Description => $"sub-orchestration '{Name}'";
}
