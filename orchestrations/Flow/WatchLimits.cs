using CrossRegion.Orchestrations.Activities;
using CrossRegion.Orchestrations.Limits;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// Keeps the time of one application, beside whoever handles it and through all its generations: sleeps until something is due, lets it
/// happen, and sleeps again (期限监察; 行政许可法 art. 32(4), 42 to 45). The sweep does the same from the store, should this fail.
/// </summary>
public static class WatchLimits
{
    [Function(nameof(WatchLimits))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, WatchReference reference)
    {
        var settled = await context.CallActivityAsync<SettledLimits>(nameof(SettleLimits), reference.Number, reference.Retry.Options());
        await TellAsync(context, reference, settled.Publications);
        if (settled.Over)
        {
            return;
        }

        var changed = context.WaitForExternalEvent<string>(Signals.LimitsChanged);
        if (settled.Next is { } next)
        {
            using var done = new CancellationTokenSource();
            await Task.WhenAny(changed, context.CreateTimer(next, done.Token));
            done.Cancel();
        }
        else
        {
            await changed;
        }

        context.ContinueAsNew(reference);
    }

    /// <summary>A subscriber that cannot be told holds up no clock: what is left is tried again next time.</summary>
    private static async Task TellAsync(TaskOrchestrationContext context, WatchReference reference, IReadOnlyList<string> publications)
    {
        try
        {
            await Task.WhenAll(publications.Select(key => context.CallActivityAsync(
                nameof(PublishEvent), new PublicationReference(reference.Number, key), reference.Retry.Options())));
        }
        catch (TaskFailedException)
        {
            // It stays in the effect ledger, begun and not completed.
        }
    }
}
