using CrossRegion.FunctionsHost.Tests.Queues;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Timers;

public sealed class GatedTimer(Probe probe, Gate gate)
{
    [Function("GatedTimer")]
    public Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer) => gate.PassAsync(() => probe.Tell($"{timer.ScheduleStatus!.Next:HH:mm}"));
}
