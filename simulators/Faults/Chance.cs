using System.Security.Cryptography;
using System.Text;

namespace CrossRegion.Simulators.Faults;

/// <summary>
/// What happens to a message, drawn from the seed and from the message alone: neither the order of messages nor what happens to others
/// changes it, so two runs with the same seed do the same.
/// </summary>
internal sealed class Chance(int seed)
{
    /// <param name="matter">The message by names that are the same in every run: no application number, which each host gives anew.</param>
    public Dice About(string matter) => new(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}:{matter}")));
}
