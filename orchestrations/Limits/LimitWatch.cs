using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Flow;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>The orchestration that watches a case's limits, from outside.</summary>
public sealed class LimitWatch(RetryPlan retry)
{
    /// <summary>Lets it look now; starts it when it does not run.</summary>
    public async Task WakeAsync(ApplicationNumber number, DurableTaskClient client, CancellationToken cancellation)
    {
        var instanceId = CaseReference.WatchInstanceId(number);
        if (await client.GetInstanceAsync(instanceId, cancellation) is { IsCompleted: false })
        {
            await client.RaiseEventAsync(instanceId, Signals.LimitsChanged, string.Empty, cancellation);
            return;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(WatchLimits), new WatchReference(number, retry), new StartOrchestrationOptions(instanceId), cancellation);
    }
}
