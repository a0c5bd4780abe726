namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>What all stamps together asked of their stores. Members may be called concurrently.</summary>
internal sealed class Tally
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, double> _counts = new(StringComparer.Ordinal);

    public double this[string what]
    {
        get
        {
            lock (_lock)
            {
                return _counts.GetValueOrDefault(what);
            }
        }
    }

    public void Add(string what, double amount = 1)
    {
        lock (_lock)
        {
            _counts[what] = _counts.GetValueOrDefault(what) + amount;
        }
    }

    /// <summary>The largest of what begins so, and what it is.</summary>
    public (string What, double Amount) Largest(string prefix)
    {
        lock (_lock)
        {
            var largest = _counts.Where(count => count.Key.StartsWith(prefix, StringComparison.Ordinal)).DefaultIfEmpty().MaxBy(count => count.Value);
            return (largest.Key ?? prefix, largest.Value);
        }
    }

    public void Clear()
    {
        lock (_lock)
        {
            _counts.Clear();
        }
    }
}
