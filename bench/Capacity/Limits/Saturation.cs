using CrossRegion.Bench.Capacity.Counting;

namespace CrossRegion.Bench.Capacity.Limits;

/// <summary>A limit in figures.</summary>
/// <param name="Name">What.</param>
/// <param name="PerSecond">Most a second.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="PerApplication">What an application takes.</param>
/// <param name="SaturatesAt">Applications a second at which it is used up.</param>
/// <param name="TakesOver">What takes over there.</param>
/// <param name="IsSetting">It is what the deployment asks for; the service gives more.</param>
internal sealed record Saturation(
    string Name, double PerSecond, string Unit, double PerApplication, double SaturatesAt, string TakesOver, bool IsSetting)
{
    /// <summary>All of them, what breaks first first.</summary>
    public static IReadOnlyList<Saturation> Of(IEnumerable<ServiceLimit> limits, Work work) =>
    [
        .. limits
            .Select(limit => new Saturation(
                limit.Name, limit.PerSecond, limit.Unit, Math.Round(limit.Of(work), 2), Math.Round(limit.Saturates(work), 1), limit.TakesOver, limit.IsSetting))
            .OrderBy(limit => limit.SaturatesAt),
    ];
}
