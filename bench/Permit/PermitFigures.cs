using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Permit;

/// <summary>What one round of the workload measured. Milliseconds, seconds, bytes and MB (10^6 bytes) as the names say.</summary>
/// <param name="CpuMsPerApp">User and system time of the whole process, the load's own included.</param>
/// <param name="AllocatedKBPerApp">Allocated on the managed heap, kB of 1000 bytes, the load's own included.</param>
/// <param name="DiskBytesPerApp">Growth of the data folder, the log (WAL) included.</param>
/// <param name="Errors">Applications that did not come out as they must, and decisions that were refused.</param>
internal sealed record PermitFigures(
    int Concurrency,
    double AppsPerS,
    double ActivitiesPerS,
    Latencies LatencyMs,
    double CpuMsPerApp,
    double PeakPssMB,
    double AllocatedKBPerApp,
    long DiskBytesPerApp,
    double WallS,
    int Done,
    int Errors);
