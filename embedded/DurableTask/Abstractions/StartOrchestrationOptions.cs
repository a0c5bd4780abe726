using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a client starts an orchestration.</summary>
public record StartOrchestrationOptions
{
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    public StartOrchestrationOptions(StartOrchestrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        InstanceId = options.InstanceId;
        StartAt = options.StartAt;
        Tags = options.Tags;
        Version = options.Version;
        DedupeStatuses = options.DedupeStatuses;
    }

    /// <summary>The instance's id; <c>null</c> gives a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The instance stays pending until then; <c>null</c> or a time in the past starts it at once.</summary>
    public DateTimeOffset? StartAt { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary.Create<string, string>();

    /// <summary>The version to start; <c>null</c> means the client's default version.</summary>
    public TaskVersion? Version { get; init; }

    /// <summary>
    /// Statuses in which an existing instance of the same id refuses the start. <c>null</c>: the unfinished ones
    /// refuse and finished ones are replaced; empty: every instance is replaced, an unfinished one terminated first.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
