using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Runs the function by a schedule in UTC, one run at a time.</summary>
public sealed class TimerTriggerAttribute : TriggerBindingAttribute
{
    public TimerTriggerAttribute(string schedule)
    {
        Schedule = schedule;
        UseMonitor = true;
    }

    /// <summary>NCRONTAB expression of six fields: second, minute, hour, day, month, weekday. <c>%NAME%</c> stands for the setting NAME.</summary>
    public string Schedule { get; private set; }

    /// <summary>True (default): the schedule's state is kept, so that a run missed while the host was down is made up at start.</summary>
    public bool UseMonitor { get; set; }

    /// <summary>True: also runs each time the host starts. Default false.</summary>
    public bool RunOnStartup { get; set; }
}
