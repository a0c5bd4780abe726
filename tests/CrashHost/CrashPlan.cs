using System.Diagnostics;
using System.Globalization;

namespace CrossRegion.CrashHost;

/// <summary>
/// Ends this process as <c>kill -9</c> does, when a fault point is reached the given number of times. <c>CRASH_AT</c> names both, e.g.
/// <c>Effect.AfterPerformed:3</c>, or <c>Any:40</c> for the fortieth point of whatever kind; <c>CRASH_REPORT</c> the file that is told before.
/// </summary>
internal sealed class CrashPlan(string crashPoint, int occurrence, string report)
{
    private const string Any = "Any";

    private readonly Lock _gate = new();
    private int _reached;

    /// <summary>Null when nothing is planned.</summary>
    public static CrashPlan? Read() =>
        Environment.GetEnvironmentVariable("CRASH_AT")?.Split(':') is [var point, var occurrence]
            ? new CrashPlan(
                point,
                int.Parse(occurrence, CultureInfo.InvariantCulture),
                Environment.GetEnvironmentVariable("CRASH_REPORT") ?? throw new InvalidOperationException("CRASH_REPORT is not set"))
            : null;

    public void Reached<T>(string kind, T point) where T : struct, Enum
    {
        var name = $"{kind}.{point}";
        if (crashPoint != Any && crashPoint != name)
        {
            return;
        }

        lock (_gate)
        {
            if (++_reached == occurrence)
            {
                File.AppendAllText(report, $"{crashPoint}:{occurrence} {name}{Environment.NewLine}");
                using var self = Process.GetCurrentProcess();
                self.Kill();
                new ManualResetEvent(false).WaitOne();
            }
        }
    }
}
