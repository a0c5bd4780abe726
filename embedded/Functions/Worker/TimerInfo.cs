namespace Microsoft.Azure.Functions.Worker;

/// <summary>What a timer-triggered function learns about the run.</summary>
public class TimerInfo
{
    /// <summary>The schedule's state before this run; null when the trigger keeps none (<c>UseMonitor = false</c>).</summary>
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>True when the run should have happened earlier, while the host was down.</summary>
    public bool IsPastDue { get; set; }
}
