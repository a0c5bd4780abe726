using CrossRegion.Bench.Capacity.Simulation;

namespace CrossRegion.Bench.Capacity;

/// <summary>How much comes in.</summary>
/// <param name="Name">In words.</param>
/// <param name="Stamps">Stamps that share it.</param>
/// <param name="PeakPerStamp">Applications a second in the peak hour, of each.</param>
internal sealed record Volume(string Name, int Stamps, double PeakPerStamp)
{
    /// <summary>A small province: one per cent of the nation.</summary>
    private const double SmallShare = 0.01;

    /// <summary>Applications of all stamps on a working day.</summary>
    public double PerDay => Stamps * PeakPerStamp * 3_600 * DailyCurve.WorkingDay.PeakHours;

    /// <param name="stamps">Of the nation.</param>
    /// <param name="peak">A province's, applications a second.</param>
    /// <param name="nationPerDay">The nation's applications on a working day.</param>
    public static IReadOnlyList<Volume> All(int stamps, double peak, double nationPerDay)
    {
        var nationPeak = nationPerDay / DailyCurve.WorkingDay.PeakHours / 3_600;
        return
        [
            new("one stamp, a small province", 1, nationPeak * SmallShare),
            new("one stamp at its peak", 1, peak),
            new($"{stamps} stamps, the nation", stamps, nationPeak / stamps),
            new($"{stamps} stamps, each at its peak", stamps, peak),
        ];
    }
}
