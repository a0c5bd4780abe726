namespace CrossRegion.Bench.Crash;

/// <summary>Applications that were unfinished when the engine was killed.</summary>
internal sealed record Load(int Min, int P50);
