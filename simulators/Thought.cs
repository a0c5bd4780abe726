using CrossRegion.Simulators.Faults;

namespace CrossRegion.Simulators;

/// <summary>How long people think: drawn from the seed and from what they think about, so that the order of requests does not change it.</summary>
internal sealed class Thought(SimulationOptions options, Chance chance)
{
    /// <param name="matter">What they think about, by names that are the same in every run.</param>
    /// <param name="time">How long they take; null: as the options say.</param>
    /// <param name="cancellation">Ends it.</param>
    public Task PassAsync(string matter, Distribution? time, CancellationToken cancellation)
    {
        var dice = chance.About($"thought about {matter}");
        var thought = time?.Draw(dice) ?? options.ShortestThought + (dice.Next() * (options.LongestThought - options.ShortestThought));
        return Task.Delay(thought, options.Time, cancellation);
    }
}
