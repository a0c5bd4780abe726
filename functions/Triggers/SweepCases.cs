using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Operations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Functions.Triggers;

/// <summary>Every minute: finds events whose message was lost and orchestrations that failed without telling.</summary>
public sealed class SweepCases(CaseSweep sweep)
{
    [Function(nameof(SweepCases))]
    [QueueOutput(QueueText.QueueName)]
    public async Task<string[]> RunAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await sweep.RecordSilentFailuresAsync(client, cancellation);
        var lost = await sweep.LostMessagesAsync(cancellation);
        return [.. lost.Select(QueueText.Write)];
    }
}
