using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>The arithmetic of a retry policy.</summary>
internal static class RetryPause
{
    /// <summary>How long to wait before the next attempt; <c>null</c> to give up.</summary>
    /// <param name="attempts">Attempts made so far, at least 1.</param>
    /// <param name="elapsed">Time since the first attempt began.</param>
    public static TimeSpan? Next(RetryPolicy policy, int attempts, TimeSpan elapsed)
    {
        var timedOut = policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout;
        if (attempts >= policy.MaxNumberOfAttempts || timedOut)
        {
            return null;
        }

        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        var ticks = policy.FirstRetryInterval.Ticks * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        return ticks < longest.Ticks ? TimeSpan.FromTicks((long)ticks) : longest;
    }
}
