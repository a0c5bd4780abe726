using System.Collections.Concurrent;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Simulators.Reserved;

/// <summary>
/// Whose application a number is, as far as the simulated world has heard: from the platform that filed it, or from a query for shared
/// data, whose key begins with the number.
/// </summary>
internal sealed class KnownApplicants
{
    private readonly ConcurrentDictionary<string, string> _holders = new(StringComparer.Ordinal);

    public void Hear(string number, string? holder)
    {
        if (holder is not null)
        {
            _holders.TryAdd(number, holder);
        }
    }

    public void HearQuery(string key, string holder)
    {
        if (ApplicationNumber.TryParse(key.Split(':')[0], out var number, out _))
        {
            Hear(number.Value, holder);
        }
    }

    public ReservedOutcome? OutcomeOf(string number) => ReservedApplicant.OutcomeOf(_holders.GetValueOrDefault(number));
}
