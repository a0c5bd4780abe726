using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>The real store; says when something was committed.</summary>
internal sealed class WatchedStore(IDocumentStore store, Pulse pulse) : IDocumentStore, IAsyncDisposable
{
    public Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation) => store.ReadAsync(key, cancellation);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation) =>
        store.ListAsync(partition, idPrefix, cancellation);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        var result = await store.CommitAsync(partition, batch, cancellation);
        pulse.Beat();
        return result;
    }

    public Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation) => store.QueryAsync(query, cancellation);

    public Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation) =>
        store.ReadChangesAsync(continuation, maxItems, cancellation);

    public ValueTask DisposeAsync() => store is IAsyncDisposable disposable ? disposable.DisposeAsync() : default;
}
