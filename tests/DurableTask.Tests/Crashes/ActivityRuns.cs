using System.Collections.Concurrent;

namespace CrossRegion.DurableTask.Tests.Crashes;

/// <summary>How often each activity has run, over all engines of a test.</summary>
internal sealed class ActivityRuns
{
    private readonly ConcurrentDictionary<string, int> _runs = new();

    public IEnumerable<KeyValuePair<string, int>> All => _runs;

    public void Count(string activity) => _runs.AddOrUpdate(activity, 1, static (_, count) => count + 1);
}
