using System.Security.Cryptography;
using System.Text;

namespace CrossRegion.Simulators;

/// <summary>How long people think: drawn from the seed and from what they think about, so that the order of requests does not change it.</summary>
internal sealed class Thought(SimulationOptions options)
{
    public TimeSpan About(string matter)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Seed}:{matter}"));
        var fraction = BitConverter.ToUInt32(hash) / (double)uint.MaxValue;
        return options.ShortestThought + (fraction * (options.LongestThought - options.ShortestThought));
    }

    public Task PassAsync(string matter, CancellationToken cancellation) =>
        Task.Delay(About(matter), options.Time, cancellation);
}
