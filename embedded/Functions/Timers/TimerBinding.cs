using System.Reflection;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Invocations;
using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace CrossRegion.Embedded.Functions.Timers;

/// <summary>A function that runs by a schedule.</summary>
internal sealed class TimerBinding(CrontabSchedule schedule, bool isMonitored, bool runsOnStartup) : TriggerBinding
{
    public override string Type => "timerTrigger";

    public override string Takes => nameof(TimerInfo);

    public CrontabSchedule Schedule { get; } = schedule;

    /// <summary>Whether the schedule's state is kept, so that a missed run is made up.</summary>
    public bool IsMonitored { get; } = isMonitored;

    public bool RunsOnStartup { get; } = runsOnStartup;

    public static TimerBinding? Read(TimerTriggerAttribute attribute, string expression, ICollection<string> faults)
    {
        if (CrontabSchedule.TryParse(expression, new CrontabSchedule.ParseOptions { IncludingSeconds = true }) is { } schedule)
        {
            return new TimerBinding(schedule, attribute.UseMonitor, attribute.RunOnStartup);
        }

        faults.Add($"has the schedule '{expression}', which is no NCRONTAB expression of six fields (second minute hour day month weekday).");
        return null;
    }

    public override ParameterBinder? BindTrigger(ParameterInfo parameter) => parameter.ParameterType == typeof(TimerInfo)
        ? static invocation => invocation.Trigger
        : null;
}
