using CrossRegion.Bench.Capacity.Counting;

namespace CrossRegion.Bench.Capacity.Limits;

/// <summary>What one stamp can get of something, and what an application takes of it.</summary>
/// <param name="Name">Of what.</param>
/// <param name="PerSecond">Most a second.</param>
/// <param name="Unit">In which unit.</param>
/// <param name="Of">What an application takes, in that unit.</param>
/// <param name="TakesOver">What takes over there.</param>
/// <param name="IsSetting">It is what the deployment asks for; the service gives more.</param>
internal sealed record ServiceLimit(string Name, double PerSecond, string Unit, Func<Work, double> Of, string TakesOver, bool IsSetting = false)
{
    /// <summary>Applications a second at which it is used up.</summary>
    public double Saturates(Work work) => PerSecond / Of(work);

    /// <summary>The share that is used; more than 1 is more than there is.</summary>
    public double Share(Work work, double applicationsPerSecond) => applicationsPerSecond / Saturates(work);
}
