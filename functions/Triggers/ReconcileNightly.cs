using CrossRegion.Orchestrations.Exchange.Ledgers;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary>
/// Every night at 03:17 in China, 19:17 UTC (schedules are in UTC): compares the ledgers of the days past with every peer, until they agree.
/// </summary>
public sealed class ReconcileNightly(Reconciliation reconciliation)
{
    [Function(nameof(ReconcileNightly))]
    public Task RunAsync([TimerTrigger("0 17 19 * * *")] TimerInfo timer, CancellationToken cancellation) =>
        reconciliation.RunNightlyAsync(cancellation);
}
