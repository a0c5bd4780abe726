using CrossRegion.Orchestrations.Exchange.Overview;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Functions.Triggers;

/// <summary>Every minute: hand-overs that nobody is sending, receipts that are late. On Azure it also wakes an app that sleeps.</summary>
public sealed class WatchExchange(ExchangeWatch watch)
{
    [Function(nameof(WatchExchange))]
    public Task RunAsync([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellation) => watch.LookAsync(cancellation);
}
