using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>The store, which tells of each new entry of an outbox once it is committed: so it is sent at once, whoever wrote it.</summary>
public sealed class OutboxWatch(IDocumentStore store, OutboxSignal signal) : IDocumentStore, IAsyncDisposable, IDisposable
{
    public Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation) => store.ReadAsync(key, cancellation);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation) =>
        store.ListAsync(partition, idPrefix, cancellation);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        var result = await store.CommitAsync(partition, batch, cancellation);
        for (var i = 0; i < result.ETags.Count; i++)
        {
            if (batch[i] is DocumentWrite.Create create && PeerOf(create) is { } peer)
            {
                signal.Tell(peer, new StoredDocument(new DocumentKey(partition, create.Id), create.Body, result.ETags[i]!));
            }
        }

        return result;
    }

    public Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation) => store.QueryAsync(query, cancellation);

    public Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation) =>
        store.ReadChangesAsync(continuation, maxItems, cancellation);

    public ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable disposable)
        {
            return disposable.DisposeAsync();
        }

        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => (store as IDisposable)?.Dispose();

    private static string? PeerOf(DocumentWrite.Create create)
    {
        foreach (var entry in create.Indexes)
        {
            if (entry.Index == DocumentIndex.HandOversToSend)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
