namespace Microsoft.Azure.Functions.Worker;

/// <summary>Where a schedule stands; all times are UTC.</summary>
public class ScheduleStatus
{
    /// <summary>The last run by the schedule; the default value before the first.</summary>
    public DateTime Last { get; set; }

    /// <summary>The next run by the schedule.</summary>
    public DateTime Next { get; set; }

    /// <summary>When this status was last written.</summary>
    public DateTime LastUpdated { get; set; }
}
