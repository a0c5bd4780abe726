using System.Net;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// One commit: a transactional batch in the application's logical partition. What the service calls 404, 409 and 412 is a conflict,
/// except where a look at the items tells otherwise: the batch met its own work (an earlier attempt was applied and its answer lost on the
/// way), or a document that is to be created met the tombstone of one that was deleted.
/// </summary>
/// <remarks>
/// A commit knows its work again by its number in the items. It could be missed only when everybody of the batch was overwritten between
/// two attempts at the same request; and the client makes a second one by itself only after an answer that says nothing was applied.
/// </remarks>
internal sealed class BatchCommit(Container cases, string partition, IReadOnlyList<DocumentWrite> batch, string number)
{
    /// <summary>An ETag that the service never gives: of a document that this commit wrote, and somebody else overwrote since.</summary>
    private const string Overwritten = "\"overwritten\"";

    /// <summary>The ETags of tombstones that stand where a document is to be created.</summary>
    private readonly Dictionary<string, string> _tombstones = [];

    public async Task<CommitResult> RunAsync(RequestUnits units, CancellationToken cancellation)
    {
        while (true)
        {
            using var response = await Batch().ExecuteAsync(cancellation).ConfigureAwait(false);
            units.Add(response.RequestCharge);
            if (response.IsSuccessStatusCode)
            {
                return new CommitResult(null, [.. batch.Select((write, i) => write is DocumentWrite.Delete ? null : response[i].ETag)]);
            }

            var refused = Refused(response);
            var there = await FindAsync(units, cancellation).ConfigureAwait(false);
            if (there.Values.Any(item => item.Commit == number))
            {
                return new CommitResult(null, [.. batch.Select(write => Own(write, there.GetValueOrDefault(write.Id)))]);
            }

            if (refused is not DocumentWrite.Create || there.GetValueOrDefault(refused.Id) is { IsTombstone: false })
            {
                return CommitResult.Conflict(refused.Id);
            }

            Revive(there);
        }
    }

    private TransactionalBatch Batch()
    {
        var commit = cases.CreateTransactionalBatch(new PartitionKey(partition));
        foreach (var write in batch)
        {
            switch (write)
            {
                case DocumentWrite.Create create when _tombstones.TryGetValue(create.Id, out var tombstone):
                    Replace(new DocumentItem(Key(create), create.Body, Memberships(create.Indexes), number), tombstone);
                    break;
                case DocumentWrite.Create create:
                    var item = new DocumentItem(Key(create), create.Body, create.Indexes.Count == 0 ? null : Memberships(create.Indexes), number);
                    commit.CreateItemStream(Content(item), new TransactionalBatchItemRequestOptions { EnableContentResponseOnWrite = false });
                    break;
                case DocumentWrite.Replace replace:
                    Replace(new DocumentItem(Key(replace), replace.Body, Memberships(replace.Indexes), number), replace.ETag);
                    break;
                case DocumentWrite.Delete delete:
                    Replace(new DocumentItem(Key(delete), null, [], number), delete.ETag);
                    break;
            }
        }

        return commit;

        void Replace(DocumentItem item, string etag) => commit.ReplaceItemStream(
            item.Key.Id,
            Content(item),
            new TransactionalBatchItemRequestOptions { IfMatchEtag = Quoted(etag), EnableContentResponseOnWrite = false });
    }

    /// <summary>The first operation that did not find what it expected.</summary>
    /// <exception cref="CosmosException">The batch failed otherwise.</exception>
    private DocumentWrite Refused(TransactionalBatchResponse response)
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed)
        {
            for (var i = 0; i < Math.Min(response.Count, batch.Count); i++)
            {
                // The others of a refused batch are failed dependencies; a refusal as a whole (no such container) has no operation.
                if (response[i].StatusCode == response.StatusCode && response.Headers["x-ms-substatus"] is null or "0")
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

    /// <summary>The ETag that this commit gave to a document.</summary>
    private string? Own(DocumentWrite write, DocumentItem? there) =>
        write is DocumentWrite.Delete ? null : there?.Commit == number ? there.ETag : Overwritten;

    /// <summary>Tombstones, as they are now, are what the next attempt replaces.</summary>
    private void Revive(Dictionary<string, DocumentItem> there)
    {
        _tombstones.Clear();
        foreach (var create in batch.OfType<DocumentWrite.Create>())
        {
            if (there.GetValueOrDefault(create.Id) is { IsTombstone: true } tombstone)
            {
                _tombstones.Add(create.Id, tombstone.ETag);
            }
        }
    }

    private DocumentKey Key(DocumentWrite write) => new(partition, write.Id);

    private static Membership[] Memberships(IEnumerable<IndexEntry> indexes) => [.. indexes.Select(Membership.Of)];

    private static MemoryStream Content(DocumentItem item) => new(item.ToJson(), writable: false);

    /// <summary>The service takes <c>*</c> for any ETag and may refuse what is none; one that nobody gave must only match nothing.</summary>
    private static string Quoted(string etag) => etag is ['"', .., '"'] ? etag : "\"none\"";
}
