using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// The seals that were used lately. Two halves of bounded size: when the young one is full the old one goes, so what is not asked for
/// leaves by itself.
/// </summary>
internal sealed class SealCache(TimeProvider time)
{
    /// <summary>Seals in one half.</summary>
    public const int Half = 5_000;

    /// <summary>A seal that another instance has forgotten is not used here for longer.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private Dictionary<ApplicationNumber, (CaseSeal Seal, long At)> _young = [];
    private Dictionary<ApplicationNumber, (CaseSeal Seal, long At)> _old = [];
    private long _forgotten;

    /// <summary>To be asked for before a key is read, and given to <see cref="Keep"/>.</summary>
    public long Forgotten => Interlocked.Read(ref _forgotten);

    public CaseSeal? Find(ApplicationNumber number)
    {
        lock (_gate)
        {
            if (!_young.TryGetValue(number, out var kept) && !_old.Remove(number, out kept))
            {
                return null;
            }

            if (time.GetElapsedTime(kept.At) >= Longest)
            {
                _young.Remove(number);
                return null;
            }

            Add(number, kept);
            return kept.Seal;
        }
    }

    /// <summary>Keeps it, unless something was forgotten since: then this one may have been.</summary>
    public void Keep(ApplicationNumber number, CaseSeal seal, long forgotten)
    {
        lock (_gate)
        {
            if (forgotten == _forgotten)
            {
                Add(number, (seal, time.GetTimestamp()));
            }
        }
    }

    public void Forget(ApplicationNumber number)
    {
        lock (_gate)
        {
            _forgotten++;
            _young.Remove(number);
            _old.Remove(number);
        }
    }

    private void Add(ApplicationNumber number, (CaseSeal Seal, long At) kept)
    {
        if (_young.Count >= Half && !_young.ContainsKey(number))
        {
            (_old, _young) = (_young, []);
        }

        _young[number] = kept;
    }
}
