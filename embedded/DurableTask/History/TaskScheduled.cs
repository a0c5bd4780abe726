namespace CrossRegion.Embedded.DurableTask.History;

/// <summary>The orchestrator calls an activity.</summary>
internal sealed record TaskScheduled(int TaskId, string Name, string Version, string? Input, IReadOnlyDictionary<string, string>? Tags) : ActionEvent(TaskId)
{
    public override string Description => $"activity '{Name}'";
}
