namespace Microsoft.DurableTask.Worker;

/// <summary>What an <see cref="IOrchestrationFilter"/> knows of an orchestration.</summary>
public struct OrchestrationFilterParameters
{
    public string? Name { get; init; }

    public IReadOnlyDictionary<string, string>? Tags { get; init; }
}
