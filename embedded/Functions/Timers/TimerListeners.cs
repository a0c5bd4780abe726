using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.Timers;

/// <summary>Runs a listener for every timer trigger.</summary>
internal sealed class TimerListeners(
    FunctionCatalogue catalogue, ScheduleStore store, FunctionInvoker invoker, Drain drain, TimeProvider clock, ILogger<TimerListener> logger)
    : ListenerGroup
{
    protected override IEnumerable<Task> Listen(CancellationToken stopping) =>
        from entry in catalogue.With<TimerBinding>()
        let listener = new TimerListener(entry.Function, entry.Trigger, store, invoker, clock, logger)
        select listener.RunAsync(stopping, drain.Overdue);
}
