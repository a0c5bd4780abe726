using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>Which instances to list; <c>null</c> does not restrict; bounds are inclusive.</summary>
/// <param name="After">Place after which to go on; 0 for the beginning.</param>
internal sealed record InstanceFilter(
    int Limit,
    long After = 0,
    string? IdPrefix = null,
    DateTime? CreatedFrom = null,
    DateTime? CreatedTo = null,
    DateTime? UpdatedFrom = null,
    DateTime? UpdatedTo = null,
    IReadOnlyCollection<OrchestrationRuntimeStatus>? Statuses = null);
