using System.Collections.Concurrent;

namespace CrossRegion.DurableTask.Tests.Crashes;

/// <summary>What is known outside the engines of a test, over all of them: above all how often each activity has run.</summary>
internal sealed class ActivityRuns
{
    private readonly ConcurrentDictionary<string, int> _runs = new();

    public IEnumerable<KeyValuePair<string, int>> All => _runs;

    /// <summary>Whether an engine has said that the start is taken.</summary>
    public bool IsStartAcknowledged { get; set; }

    public void Count(string activity) => _runs.AddOrUpdate(activity, 1, static (_, count) => count + 1);
}
