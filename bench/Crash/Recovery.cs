namespace CrossRegion.Bench.Crash;

/// <summary>Seconds from the start of a process until its engine is open, start of the runtime included.</summary>
internal sealed record Recovery(double P50, double Max);
