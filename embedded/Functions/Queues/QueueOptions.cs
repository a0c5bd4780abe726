namespace CrossRegion.Embedded.Functions.Queues;

/// <summary><c>extensions.queues</c> of host.json, for every queue trigger.</summary>
internal sealed record QueueOptions
{
    /// <summary>Messages taken at a time, 1 to 32; default 16.</summary>
    public required int BatchSize { get; init; }

    /// <summary>The next batch is taken when no more than this many messages are being worked on; 0 or more, default half a batch.</summary>
    public required int NewBatchThreshold { get; init; }

    /// <summary>Attempts before a message goes to the poison queue, 1 or more; default 5.</summary>
    public required int MaxDequeueCount { get; init; }

    /// <summary>How long a message whose function failed stays out of sight; 0 to 7 days, default 0: tried again at once.</summary>
    public required TimeSpan VisibilityTimeout { get; init; }

    /// <summary>Longest pause between two looks into an empty Storage queue, 100 ms to 7 days, default 1 minute. The host's own queues need no looking.</summary>
    public required TimeSpan MaxPollingInterval { get; init; }

    /// <summary>How bodies are written in Storage queues: <c>base64</c>, the default, or <c>none</c>.</summary>
    public required MessageEncoding MessageEncoding { get; init; }
}
