using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// How often an activity that reaches outside is tried. Settings <c>CrossRegion__Retry__FirstSeconds</c> (default 5, 0.01 to 3600) and
/// <c>CrossRegion__Retry__MaxAttempts</c> (default 12, 1 to 100); each wait is twice the one before, at most an hour. Read once at the
/// beginning of a case and kept in its history, so that a changed setting never disturbs a replay.
/// </summary>
public sealed record RetryPlan(double FirstSeconds, int MaxAttempts)
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public TaskOptions Options() => TaskOptions.FromRetryPolicy(
        new RetryPolicy(MaxAttempts, TimeSpan.FromSeconds(FirstSeconds), backoffCoefficient: 2, maxRetryInterval: Longest));
}
