namespace Microsoft.DurableTask.Client;

/// <summary>Which finished instances to purge; what is <c>null</c> does not restrict.</summary>
public record PurgeInstancesFilter(
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedTo = null,
    IEnumerable<OrchestrationRuntimeStatus>? Statuses = null)
{
    /// <summary>How long to go on; when it has passed the result says that it is not complete. <c>null</c>: to the end.</summary>
    public TimeSpan? Timeout { get; init; }
}
