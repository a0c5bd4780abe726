namespace CrossRegion.Bench.Capacity.Simulation;

/// <summary>A queue over a day.</summary>
/// <param name="Arrived">Came.</param>
/// <param name="Done">Were worked off by midnight.</param>
/// <param name="Waiting">Waited or were at work then.</param>
/// <param name="MeanDepth">Waiting, and nobody at them, at the end of a second: the mean over the day.</param>
/// <param name="P95Depth">The same, 95th percentile.</param>
/// <param name="MaxDepth">The same, most.</param>
/// <param name="DrainedAfterS">From the deepest moment until nothing waited, seconds; null: not that day.</param>
internal sealed record QueueFigures(long Arrived, long Done, long Waiting, double MeanDepth, long P95Depth, long MaxDepth, int? DrainedAfterS);
