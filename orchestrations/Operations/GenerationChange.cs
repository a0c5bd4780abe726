using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>What happens to a generation of a case's orchestration when the next one takes over.</summary>
internal static class GenerationChange
{
    /// <summary>
    /// Ends the reviews that wait for a signal nobody sends there any more, and forgets the failed instance: its history is
    /// disposable, the case has what counts.
    /// </summary>
    public static async Task EndAsync(CaseReference ended, Case subject, DurableTaskClient client, CancellationToken cancellation)
    {
        foreach (var review in subject.Reviews.Values)
        {
            var instanceId = ended.ReviewInstanceId(review.Department);
            if (await client.GetInstanceAsync(instanceId, cancellation) is { IsRunning: true })
            {
                await client.TerminateInstanceAsync(instanceId, output: "replayed", cancellation);
            }
        }

        if (await client.GetInstanceAsync(ended.InstanceId, cancellation) is { IsCompleted: true })
        {
            await client.PurgeInstanceAsync(ended.InstanceId, cancellation);
        }
    }
}
