using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Exchange;

/// <summary>What draining a backlog after an outage measured. Seconds and milliseconds as the names say.</summary>
/// <param name="Queued">Hand-overs that waited.</param>
/// <param name="OtherBeforeMs">A third province's latency at the receiver before the outage.</param>
/// <param name="OtherDuringMs">The same while the backlog drains.</param>
/// <param name="LatencyRatio">Of the medians; the goal is less than 2.</param>
internal sealed record DrainFigures(int Queued, double Seconds, double HandOversPerS, Latencies OtherBeforeMs, Latencies OtherDuringMs, double LatencyRatio);
