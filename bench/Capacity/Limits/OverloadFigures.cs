using CrossRegion.Bench.Capacity.Simulation;

namespace CrossRegion.Bench.Capacity.Limits;

/// <summary>A day before a limit: what waits, in applications, when the peak is this share of where it is used up.</summary>
/// <param name="Share">Of where it is used up.</param>
/// <param name="PeakPerS">Applications a second in the peak hour.</param>
/// <param name="Queue">Applications that wait for it.</param>
internal sealed record OverloadFigures(double Share, double PeakPerS, QueueFigures Queue)
{
    private static readonly double[] Shares = [0.8, 0.95, 1, 1.1, 1.5, 2];

    public static IReadOnlyList<OverloadFigures> Of(Saturation limit, int seed) =>
    [
        .. Shares.Select(share => new OverloadFigures(share, Math.Round(share * limit.SaturatesAt, 1), QueueDay.Run(
            new Random(seed), DailyCurve.WorkingDay, share * limit.SaturatesAt, workers: 1, 1 / limit.SaturatesAt, Outage.None))),
    ];
}
