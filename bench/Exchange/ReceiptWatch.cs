using System.Collections.Concurrent;
using System.Diagnostics;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Bench.Exchange;

/// <summary>The sender's store; notes when the receipt of each hand-over is durable.</summary>
internal sealed class ReceiptWatch(IDocumentStore store) : IDocumentStore, IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (long Due, long Receipted)> _seen = new(StringComparer.Ordinal);
    private int _receipted;

    /// <summary>Hand-overs that have their receipt.</summary>
    public int Receipted => Volatile.Read(ref _receipted);

    /// <summary>From when each should have been handed over to its receipt.</summary>
    public IEnumerable<TimeSpan> Latencies => _seen.Values.Where(each => each.Receipted != 0).Select(each => Stopwatch.GetElapsedTime(each.Due, each.Receipted));

    /// <summary>Forgets what was seen.</summary>
    public void Reset()
    {
        _seen.Clear();
        Volatile.Write(ref _receipted, 0);
    }

    /// <summary>A hand-over of this application is about to be made; it should have been at <paramref name="due"/>.</summary>
    public void Expect(string partition, long due) => _seen[partition] = (due, 0);

    public Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation) => store.ReadAsync(key, cancellation);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation) =>
        store.ListAsync(partition, idPrefix, cancellation);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        var result = await store.CommitAsync(partition, batch, cancellation);
        if (result.Committed && batch is [DocumentWrite.Replace { Indexes: [{ Index: DocumentIndex.HandOverLedger }] } replace]
            && replace.Id.StartsWith(ExchangeDocuments.OutboxPrefix, StringComparison.Ordinal))
        {
            _seen[partition] = (_seen.GetValueOrDefault(partition).Due, Stopwatch.GetTimestamp());
            Interlocked.Increment(ref _receipted);
        }

        return result;
    }

    public Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation) => store.QueryAsync(query, cancellation);

    public Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation) =>
        store.ReadChangesAsync(continuation, maxItems, cancellation);

    public ValueTask DisposeAsync() => ((IAsyncDisposable)store).DisposeAsync();
}
