using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>Waits that double up to a ceiling.</summary>
internal static class Backoff
{
    /// <param name="failures">In a row, from 1.</param>
    /// <param name="first">After the first one.</param>
    /// <param name="ceiling">At most.</param>
    public static Duration After(int failures, Duration first, Duration ceiling) =>
        Duration.Min(first * Math.Pow(2, Math.Min(failures - 1, 40)), ceiling);
}
