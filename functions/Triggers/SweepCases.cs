using CrossRegion.Functions.Intake;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Operations;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// Every minute: finds limits that are due, events whose message was lost, orchestrations that failed without telling, and a calendar that
/// limits are not counted by yet.
/// </summary>
public sealed class SweepCases(CaseSweep sweep, CalendarImport calendars, Recomputation recomputation)
{
    [Function(nameof(SweepCases))]
    [QueueOutput(QueueText.QueueName)]
    public async Task<string[]> RunAsync(
        [TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await calendars.RefreshAsync(cancellation);
        await recomputation.StartAsync("节假日安排或监察阈值随系统更新", client, cancellation);
        await sweep.SettleDueAsync(client, cancellation);
        await sweep.RecordSilentFailuresAsync(client, cancellation);
        var lost = await sweep.LostMessagesAsync(cancellation);
        return [.. lost.Select(QueueText.Write)];
    }
}
