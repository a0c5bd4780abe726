using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Timers;

public sealed class StartupTimer(Probe probe)
{
    [Function("OnStartup")]
    public void OnStartup([TimerTrigger("0 0 3 * * *", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
        probe.Tell($"started {timer.IsPastDue} {timer.ScheduleStatus is null}");
}
