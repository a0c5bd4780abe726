using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>The document store in an Azure Cosmos DB account, for any number of instances of the app.</summary>
internal sealed class CosmosDocumentStore(CosmosAccount account) : IDocumentStore
{
    public async Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation)
    {
        if (!DocumentLimits.IsKey(key.Partition) || !DocumentLimits.IsKey(key.Id))
        {
            return null;
        }

        var item = await RunAsync(
            "read",
            (containers, units, token) => containers.Cases.FindAsync(key.Partition, key.Id, DocumentItem.Read, units, token),
            cancellation).ConfigureAwait(false);
        return item is { IsTombstone: false } ? item.Document : null;
    }

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation)
    {
        if (!DocumentLimits.IsKey(partition))
        {
            return [];
        }

        var query = new QueryDefinition(StoreQueries.ByIdPrefix).WithParameter("@prefix", idPrefix);
        var items = await RunAsync(
            "list",
            (containers, units, token) =>
                containers.Cases.QueryAsync(partition, query, DocumentLimits.MaxPageItems, DocumentItem.Read, units, token),
            cancellation).ConfigureAwait(false);
        return [.. items.Select(item => item.Document).OrderBy(document => document.Key.Id, StringComparer.Ordinal)];
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        DocumentLimits.Check(partition, batch);
        var number = DocumentVersion.NewCommit();
        return RunAsync(
            "commit",
            (containers, units, token) => new BatchCommit(containers.Cases, partition, batch, number).RunAsync(units, token),
            cancellation);
    }

    public Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation)
    {
        DocumentLimits.Check(query);
        return RunAsync("query", (containers, units, token) => new ListReader(containers, query).ReadAsync(units, token), cancellation);
    }

    public Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation)
    {
        DocumentLimits.CheckPage(maxItems);
        return RunAsync(
            "changes",
            (containers, units, token) => ChangeFeed.ReadAsync(containers.Cases, continuation, maxItems, units, token),
            cancellation);
    }

    private async Task<T> RunAsync<T>(
        string operation, Func<CaseContainers, RequestUnits, CancellationToken, Task<T>> run, CancellationToken cancellation)
    {
        var containers = await account.OpenAsync(cancellation).ConfigureAwait(false);
        using var units = new RequestUnits(operation);
        return await StoreFailure.ExplainAsync(token => run(containers, units, token), account.Timeout, cancellation).ConfigureAwait(false);
    }
}
