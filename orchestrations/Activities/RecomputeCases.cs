using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>期限重算: counts a page of open cases again.</summary>
public sealed class RecomputeCases(Recomputation recomputation)
{
    [Function(nameof(RecomputeCases))]
    public Task<RecomputedPage> RunAsync([ActivityTrigger] RecomputeReference reference, CancellationToken cancellation) =>
        recomputation.RecomputeAsync(reference, cancellation);
}
