namespace CrossRegion.Bench.Idle;

/// <summary>What a host costs that has nothing to do.</summary>
/// <param name="CpuPercent">Of one core, over the time watched.</param>
/// <param name="PeakPssMB">Greatest proportional set size while it was watched, MB of 10^6 bytes.</param>
/// <param name="ReadySeconds">From the start of the process to its first answer over HTTP; the median of the starts.</param>
/// <param name="WatchedSeconds">How long it was watched, after a time to settle.</param>
internal sealed record IdleFigures(double CpuPercent, double PeakPssMB, double ReadySeconds, double WatchedSeconds);
