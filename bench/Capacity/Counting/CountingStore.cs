using System.Text;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>
/// Counts what is asked of a store, and what the Cosmos adapter would make of it: a batch has its writes, every change of where a document
/// is listed is a projection (<see cref="ListProjection"/>). A query, which nobody publishes figures for, counts as point reads: one for
/// each partition that it asks, one for each document that it finds.
/// </summary>
internal sealed class CountingStore(IDocumentStore store, Tally tally) : IDocumentStore, IAsyncDisposable
{
    private const int ListItemBytes = 1_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<DocumentKey, long> _sizes = [];
    private readonly Dictionary<DocumentKey, IReadOnlyList<IndexEntry>> _listed = [];

    /// <summary>The store itself, for who only watches.</summary>
    public IDocumentStore Uncounted => store;

    public async Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation)
    {
        var document = await store.ReadAsync(key, cancellation);
        tally.Add(Counted.Reads);
        tally.Add(Counted.CaseUnits, RequestCharges.Read(document is null ? 0 : Size(document.Body)));
        return document;
    }

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation)
    {
        var documents = await store.ListAsync(partition, idPrefix, cancellation);
        tally.Add(Counted.Queries);
        tally.Add(Counted.CaseUnits, RequestCharges.Read(0) + documents.Sum(document => RequestCharges.Read(Size(document.Body))));
        return documents;
    }

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        var result = await store.CommitAsync(partition, batch, cancellation);
        tally.Add(Counted.Commits);
        foreach (var write in batch)
        {
            tally.Add(Counted.Writes);
            tally.Add(Counted.CaseUnits, RequestCharges.Write(Size(write)));
            if (result.Committed)
            {
                Keep(new DocumentKey(partition, write.Id), write);
                Name(write);
            }
        }

        return result;
    }

    public async Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation)
    {
        var page = await store.QueryAsync(query, cancellation);
        tally.Add(Counted.Queries);
        tally.Add(Counted.ListUnits, ListShards.Count(query.Index.ToString()) * RequestCharges.Read(0));
        tally.Add(Counted.CaseUnits, page.Documents.Sum(document => RequestCharges.Read(Size(document.Body))));
        return page;
    }

    public Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation) =>
        store.ReadChangesAsync(continuation, maxItems, cancellation);

    public ValueTask DisposeAsync() => ((IAsyncDisposable)store).DisposeAsync();

    private void Name(DocumentWrite write)
    {
        if (write is not DocumentWrite.Create create)
        {
            return;
        }

        if (create.Id.StartsWith(CaseDocuments.InboxPrefix, StringComparison.Ordinal))
        {
            tally.Add(Counted.Messages);
        }
        else if (create.Id.StartsWith(CaseDocuments.OutgoingPrefix, StringComparison.Ordinal))
        {
            tally.Add(Counted.Events);
            tally.Add(Counted.EventBytes, Size(create));
        }
        else if (create.Id.StartsWith(ExchangeDocuments.OutboxPrefix, StringComparison.Ordinal))
        {
            tally.Add(Counted.HandOvers);
        }
        else if (create.Id.StartsWith(CaseDocuments.EffectPrefix + "certificate", StringComparison.Ordinal))
        {
            tally.Add(Counted.Certificates);
        }
    }

    private void Keep(DocumentKey key, DocumentWrite write)
    {
        var indexes = write switch
        {
            DocumentWrite.Create create => create.Indexes,
            DocumentWrite.Replace replace => replace.Indexes,
            _ => [],
        };
        var size = write is DocumentWrite.Delete ? 0 : Size(write);
        lock (_lock)
        {
            tally.Add(Counted.KeptBytes, size - _sizes.GetValueOrDefault(key));
            _sizes[key] = size;
            var before = _listed.GetValueOrDefault(key);
            if (before is not null || indexes.Count > 0)
            {
                Project(before ?? [], indexes);
                _listed[key] = indexes;
            }
        }
    }

    /// <summary>The requests of one run of <see cref="ListProjection"/>.</summary>
    private void Project(IReadOnlyList<IndexEntry> before, IReadOnlyList<IndexEntry> after)
    {
        var (read, written) = (RequestCharges.Read(ListItemBytes), RequestCharges.Write(ListItemBytes));
        tally.Add(Counted.ListUnits, read); // what is listed now
        var lists = before.Select(ListOf).ToHashSet();
        var changed = after.Except(before).Select(entry => (List: ListOf(entry), Stays: true))
            .Concat(lists.Except(after.Select(ListOf)).Select(list => (List: list, Stays: false)))
            .ToList();
        if (changed.Count == 0)
        {
            return;
        }

        tally.Add(Counted.CaseUnits, read); // whether the document still is as it was told
        tally.Add(Counted.ListUnits, 2 * written); // begun and settled
        foreach (var (list, stays) in changed)
        {
            var isKnown = lists.Contains(list);
            var units = written + (isKnown ? read : 0);
            tally.Add(Counted.ListUnits, units);
            tally.Add($"{Counted.UnitsOfList}{list.Index}", units);
            var entries = (stays, isKnown) switch { (true, false) => 1, (false, _) => -1, _ => 0 };
            tally.Add($"{Counted.EntriesOfList}{list.Index}", entries);
            tally.Add(Counted.KeptBytes, entries * (double)RequestCharges.FrameBytes);
        }
    }

    private static (DocumentIndex Index, string Value) ListOf(IndexEntry entry) => (entry.Index, entry.Value);

    private static long Size(DocumentWrite write) => write switch
    {
        DocumentWrite.Create create => Size(create.Body),
        DocumentWrite.Replace replace => Size(replace.Body),
        _ => RequestCharges.FrameBytes,
    };

    private static long Size(string body) => Encoding.UTF8.GetByteCount(body) + RequestCharges.FrameBytes;
}
