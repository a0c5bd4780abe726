using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Runs a listener for every queue trigger.</summary>
internal sealed class QueueListeners(
    FunctionCatalogue catalogue, HostJson hostJson, QueueStores stores, FunctionInvoker invoker, Drain drain, TimeProvider clock, ILogger<QueueListener> logger)
    : ListenerGroup
{
    protected override IEnumerable<Task> Listen(CancellationToken stopping) =>
        from entry in catalogue.With<QueueBinding>()
        let listener = new QueueListener(entry.Function, entry.Trigger.Queue, hostJson.Queues, stores.Of(entry.Trigger.Storage), invoker, clock, logger)
        select listener.RunAsync(stopping, drain.Overdue);
}
