namespace Microsoft.DurableTask.Client;

/// <summary>What a purge has removed.</summary>
public class PurgeResult
{
    public PurgeResult(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        PurgedInstanceCount = count;
    }

    public PurgeResult(int count, bool? isComplete)
        : this(count) => IsComplete = isComplete;

    public int PurgedInstanceCount { get; }

    /// <summary>Whether everything that matched is gone; <c>null</c> if not known.</summary>
    public bool? IsComplete { get; }
}
