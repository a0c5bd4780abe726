using CrossRegion.Bench.Capacity.Simulation;

namespace CrossRegion.Bench.Capacity;

/// <summary>
/// What Cosmos DB costs in a month of 30 days, at the rates that Microsoft's documentation calculates with (USD, United States, one region
/// that writes). Other services have no rate here.
/// </summary>
internal static class Costs
{
    private const double ManualPer100UnitsHour = 0.008;
    private const double AutoscalePer100UnitsHour = 0.012;
    private const double PerGBMonth = 0.25;
    private const int Days = 30;

    /// <summary>Autoscale goes down to a tenth.</summary>
    private const double Least = 0.1;

    public static double Manual(double unitsPerSecond) => unitsPerSecond / 100 * ManualPer100UnitsHour * 24 * Days;

    /// <summary>Billed by the highest of each hour.</summary>
    public static double Autoscale(double most, double peak, DailyCurve curve) =>
        curve.Hours.Sum(share => Math.Max(Least * most, share * peak)) / 100 * AutoscalePer100UnitsHour * Days;

    public static double Storage(double gigabytes) => gigabytes * PerGBMonth;
}
