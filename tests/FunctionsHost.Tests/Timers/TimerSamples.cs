using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.FunctionsHost.Tests.Timers;

public sealed class TimerSamples(Probe probe)
{
    [Function("EveryFiveMinutes")]
    public void EveryFiveMinutes([TimerTrigger("%Sweep__Schedule%")] TimerInfo timer)
    {
        string next = timer.ScheduleStatus!.Next.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        probe.Tell($"due {next}{(timer.IsPastDue ? " past due" : "")}");
    }
}
