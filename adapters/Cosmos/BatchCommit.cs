using System.Net;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// One commit: a transactional batch in the application's logical partition. What the service calls 404, 409 and 412 is a conflict,
/// except where a look at the items tells otherwise: the batch met its own work (it was applied, and sent again by somebody on the way),
/// or a document that is to be created met the tombstone of one that was deleted.
/// </summary>
internal sealed class BatchCommit(Container cases, string partition, IReadOnlyList<DocumentWrite> batch, string number)
{
    /// <summary>The ETag of a document that this commit wrote, and somebody else overwrote since: the service never gives it.</summary>
    private const string Overwritten = "\"overwritten\"";

    /// <summary>The tombstones that stand where a document is to be created.</summary>
    private readonly Dictionary<string, DocumentVersion> _tombstones = [];

    public async Task<CommitResult> RunAsync(RequestUnits units, CancellationToken cancellation)
    {
        while (true)
        {
            DocumentItem[] items = [.. batch.Select(Item)];
            using var response = await Batch(items).ExecuteAsync(cancellation).ConfigureAwait(false);
            units.Add(response.RequestCharge);
            if (response.IsSuccessStatusCode)
            {
                return Applied(items.Select((item, i) => item with { ETag = response[i].ETag }));
            }

            var refused = Refused(response);
            var there = await FindAsync(units, cancellation).ConfigureAwait(false);
            if (there.Values.Any(item => item.Version.Knows(number)))
            {
                return Applied(items.Select(item =>
                    there.GetValueOrDefault(item.Key.Id) is { } own && own.Version.IsOf(number) ? own : item with { ETag = Overwritten }));
            }

            if (refused is not DocumentWrite.Create || there.GetValueOrDefault(refused.Id) is { IsTombstone: false })
            {
                return CommitResult.Conflict(refused.Id);
            }

            Revive(there);
        }
    }

    private TransactionalBatch Batch(IReadOnlyList<DocumentItem> items)
    {
        var commit = cases.CreateTransactionalBatch(new PartitionKey(partition));
        foreach (var (write, item) in batch.Zip(items))
        {
            var content = new MemoryStream(item.ToJson(), writable: false);
            var before = Before(write);
            var options = new TransactionalBatchItemRequestOptions { IfMatchEtag = before?.ETag, EnableContentResponseOnWrite = false };
            _ = before is null ? commit.CreateItemStream(content, options) : commit.ReplaceItemStream(write.Id, content, options);
        }

        return commit;
    }

    private DocumentItem Item(DocumentWrite write)
    {
        var (body, indexes) = write switch
        {
            DocumentWrite.Create create => (create.Body, create.Indexes),
            DocumentWrite.Replace replace => (replace.Body, replace.Indexes),
            _ => (null, []),
        };
        var before = Before(write);
        var neverListed = indexes.Count == 0 && before?.NeverListed is not false;
        return new DocumentItem(
            new DocumentKey(partition, write.Id),
            body,
            neverListed ? null : [.. indexes.Select(Membership.Of)],
            DocumentVersion.Append(before?.Commits ?? string.Empty, number));
    }

    /// <summary>The version that a write replaces; null when it creates.</summary>
    private DocumentVersion? Before(DocumentWrite write) => write switch
    {
        DocumentWrite.Replace replace => DocumentVersion.Of(replace.ETag),
        DocumentWrite.Delete delete => DocumentVersion.Of(delete.ETag),
        _ => _tombstones.TryGetValue(write.Id, out var tombstone) ? tombstone : null,
    };

    private static CommitResult Applied(IEnumerable<DocumentItem> items) =>
        new(null, [.. items.Select(item => item.IsTombstone ? null : item.Version.ToString())]);

    /// <summary>The first operation that did not find what it expected.</summary>
    /// <exception cref="CosmosException">The batch failed otherwise.</exception>
    private DocumentWrite Refused(TransactionalBatchResponse response)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed
            && response.Headers["x-ms-substatus"] is null or "0")
        {
            for (var i = 0; i < response.Count; i++)
            {
                // The others of a refused batch are failed dependencies.
                if (response[i].StatusCode == response.StatusCode)
                {
                    return batch[i];
                }
            }
        }

        throw new CosmosException(
            response.ErrorMessage ?? "The batch was refused.", response.StatusCode, 0, response.ActivityId ?? string.Empty, response.RequestCharge);
    }

    private async Task<Dictionary<string, DocumentItem>> FindAsync(RequestUnits units, CancellationToken cancellation)
    {
        var found = await Task.WhenAll(batch.Select(write =>
            cases.FindAsync(partition, write.Id, DocumentItem.Read, units, cancellation))).ConfigureAwait(false);
        return found.OfType<DocumentItem>().ToDictionary(item => item.Key.Id);
    }

    /// <summary>Tombstones, as they are now, are what the next attempt replaces.</summary>
    private void Revive(Dictionary<string, DocumentItem> there)
    {
        _tombstones.Clear();
        foreach (var create in batch.OfType<DocumentWrite.Create>())
        {
            if (there.GetValueOrDefault(create.Id) is { IsTombstone: true } tombstone)
            {
                _tombstones.Add(create.Id, tombstone.Version);
            }
        }
    }
}
