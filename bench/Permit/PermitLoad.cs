using System.Diagnostics;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Permit;

/// <summary>A closed loop: a number of applications in flight until all are done.</summary>
internal static class PermitLoad
{
    private const int ActivitiesOfOne = 16;

    /// <param name="prefix">Distinguishes the ids of this round from others on the same store.</param>
    public static async Task<PermitFigures> RunAsync(PermitHost host, DataFolder data, string prefix, int concurrency, int applications)
    {
        using var cost = new ProcessCost();
        var bytesBefore = data.Bytes;
        var allocatedBefore = GC.GetTotalAllocatedBytes();
        var latencies = new TimeSpan[applications];
        var next = -1;
        var errors = host.OfficeFailures;
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, concurrency).Select(_ => Task.Run(LaneAsync)));
        var wall = Stopwatch.GetElapsedTime(begun);
        var cpu = cost.Cpu;
        return new PermitFigures(
            concurrency,
            AppsPerS: Math.Round(applications / wall.TotalSeconds, 1),
            ActivitiesPerS: Math.Round(applications * ActivitiesOfOne / wall.TotalSeconds, 1),
            Latencies.Of(latencies),
            CpuMsPerApp: Math.Round(cpu.TotalMilliseconds / applications, 3),
            cost.PeakPssMB,
            AllocatedKBPerApp: Math.Round((GC.GetTotalAllocatedBytes() - allocatedBefore) / 1000.0 / applications, 1),
            DiskBytesPerApp: (data.Bytes - bytesBefore) / applications,
            WallS: Math.Round(wall.TotalSeconds, 3),
            Done: applications,
            errors);

        async Task LaneAsync()
        {
            for (var number = Interlocked.Increment(ref next); number < applications; number = Interlocked.Increment(ref next))
            {
                var start = Stopwatch.GetTimestamp();
                if (!await host.HandleAsync($"{prefix}-{number:D7}"))
                {
                    Interlocked.Increment(ref errors);
                }

                latencies[number] = Stopwatch.GetElapsedTime(start);
            }
        }
    }
}
