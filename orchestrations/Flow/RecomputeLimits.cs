using CrossRegion.Orchestrations.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>期限重算 of every open case, page by page, after the calendar has changed. What was told is never shortened.</summary>
public static class RecomputeLimits
{
    [Function(nameof(RecomputeLimits))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RecomputeReference reference)
    {
        var page = await context.CallActivityAsync<RecomputedPage>(nameof(RecomputeCases), reference, reference.Retry.Options());
        foreach (var number in page.Changed)
        {
            context.SendEvent(CaseReference.WatchInstanceId(number), Signals.LimitsChanged, string.Empty);
        }

        if (page.Continuation is { } continuation)
        {
            context.ContinueAsNew(reference with { Continuation = continuation });
        }
    }
}
