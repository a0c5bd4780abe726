namespace CrossRegion.Bench.History;

/// <summary>What a full store does to the speed.</summary>
/// <param name="Completed">Instances in the full store, all ended.</param>
/// <param name="StoreMB">Its size, MB of 10^6 bytes.</param>
/// <param name="FillAppsPerS">Speed of filling it, from empty to full.</param>
/// <param name="EmptyAppsPerS">Median speed of the rounds on an empty store.</param>
/// <param name="FullAppsPerS">Median speed of the rounds on the full one.</param>
/// <param name="Ratio">Full over empty.</param>
/// <param name="Rounds">Rounds on each, taken in turn.</param>
/// <param name="Errors">Applications that did not come out as they must.</param>
internal sealed record HistoryFigures(
    long Completed, double StoreMB, double FillAppsPerS, double EmptyAppsPerS, double FullAppsPerS, double Ratio, int Rounds, int Errors);
