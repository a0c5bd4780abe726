namespace CrossRegion.Bench.Capacity.Simulation;

/// <summary>How much of the peak comes in each hour of a day.</summary>
internal sealed class DailyCurve
{
    public const int Seconds = 24 * 60 * 60;

    private readonly double[] _ofPeak;

    /// <param name="ofPeak">24 hours, each as a share of the highest, which is 1.</param>
    private DailyCurve(double[] ofPeak) => _ofPeak = ofPeak;

    /// <summary>
    /// An assumption: a working day on which most is filed while offices are open, with a break at noon, and some in the evening. The peak
    /// hour has 11 % of the day.
    /// </summary>
    public static DailyCurve WorkingDay { get; } = new(
    [
        0.05, 0.03, 0.02, 0.02, 0.02, 0.03, 0.08, 0.25, 0.60, 0.95, 1.00, 0.80,
        0.40, 0.50, 0.85, 0.90, 0.75, 0.45, 0.30, 0.30, 0.30, 0.25, 0.15, 0.08,
    ]);

    /// <summary>The same all day.</summary>
    public static DailyCurve Flat { get; } = new([.. Enumerable.Repeat(1.0, 24)]);

    /// <summary>The second at which the peak hour begins.</summary>
    public int PeakBegins => Array.IndexOf(_ofPeak, 1.0) * 3_600;

    /// <summary>Hours at the peak that make as much as the day.</summary>
    public double PeakHours => _ofPeak.Sum();

    public IReadOnlyList<double> Hours => _ofPeak;

    public double At(int second) => _ofPeak[second / 3_600];
}
