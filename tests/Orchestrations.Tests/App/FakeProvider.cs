using System.Collections.Concurrent;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>A provider of shared data that holds everything, unless told otherwise, and remembers what it was asked.</summary>
internal sealed class FakeProvider(Pulse pulse) : ISharedDataProvider
{
    private readonly ConcurrentQueue<SharedDataQuery> _asked = [];

    /// <summary>Data items it answers with nonsense.</summary>
    public ConcurrentDictionary<string, bool> Broken { get; } = [];

    /// <summary>Data items nobody holds.</summary>
    public ConcurrentDictionary<string, bool> NotFound { get; } = [];

    /// <summary>Every query, failed ones too, in the order in which they came.</summary>
    public IReadOnlyList<SharedDataQuery> Asked => [.. _asked];

    public Task<SharedDataAnswer> QueryAsync(SharedDataQuery query, CancellationToken cancellation)
    {
        _asked.Enqueue(query);
        pulse.Beat();
        return Broken.ContainsKey(query.DataItem)
            ? Task.FromException<SharedDataAnswer>(new InvalidDataException($"{query.DataItem}: the provider answers nonsense"))
            : Task.FromResult(new SharedDataAnswer(!NotFound.ContainsKey(query.DataItem), Fields: null));
    }

    public Task<SharedDataAnswer?> FindAnswerAsync(SharedDataQuery query, CancellationToken cancellation) => Task.FromResult<SharedDataAnswer?>(null);
}
