using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// Answers queries from the projected lists. A list only says where to look: each document is read itself, and shown only if its present
/// version still belongs there, so a list that lags never shows what is not so.
/// </summary>
internal sealed class ListReader(CaseContainers containers, IndexQuery query)
{
    /// <summary>Point reads at a time.</summary>
    private const int Parallelism = 16;

    public async Task<DocumentPage> ReadAsync(RequestUnits units, CancellationToken cancellation)
    {
        var (after, before) = (ListKey.BeforeAll, query.SortBefore ?? ListKey.BehindAll);
        if (query.Continuation is { } continuation)
        {
            var reached = ListKey.OfContinuation(continuation).ToString();
            (after, before) = query.Descending ? (after, Smaller(reached, before)) : (reached, before);
        }

        // One more than asked for tells whether there is a next page.
        var found = new List<(ListKey Key, StoredDocument Document)>();
        while (found.Count <= query.MaxItems)
        {
            var wanted = query.MaxItems + 1 - found.Count;
            var keys = await KeysAsync(after, before, wanted, units, cancellation).ConfigureAwait(false);
            found.AddRange(await DocumentsAsync(keys, units, cancellation).ConfigureAwait(false));
            if (keys.Count < wanted)
            {
                return new DocumentPage([.. found.Select(row => row.Document)], null);
            }

            (after, before) = query.Descending ? (after, keys[^1].ToString()) : (keys[^1].ToString(), before);
        }

        var page = found[..query.MaxItems];
        return new DocumentPage([.. page.Select(row => row.Document)], page[^1].Key.ToContinuation());
    }

    /// <summary>The next keys of all shards together: each shard's first ones have the first of all among them.</summary>
    private async Task<List<ListKey>> KeysAsync(string after, string before, int count, RequestUnits units, CancellationToken cancellation)
    {
        var text = new QueryDefinition(query.Descending ? StoreQueries.Descending : StoreQueries.Ascending)
            .WithParameter("@count", count)
            .WithParameter("@after", after)
            .WithParameter("@before", before);
        var shards = await Task.WhenAll(ListShards.Of(query.Index.ToString(), query.Value).Select(list =>
            containers.Lists.QueryAsync(list, text, count, ListEntry.ReadKey, units, cancellation))).ConfigureAwait(false);
        var keys = shards.SelectMany(keys => keys);
        return [.. (query.Descending
            ? keys.OrderByDescending(key => key.ToString(), StringComparer.Ordinal)
            : keys.OrderBy(key => key.ToString(), StringComparer.Ordinal)).Take(count)];
    }

    private async Task<IEnumerable<(ListKey, StoredDocument)>> DocumentsAsync(
        List<ListKey> keys, RequestUnits units, CancellationToken cancellation)
    {
        var found = new DocumentItem?[keys.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellation };
        await Parallel.ForAsync(0, keys.Count, options, async (i, token) =>
        {
            var (partition, id) = keys[i].Document;
            found[i] = await containers.Cases.FindAsync(partition, id, DocumentItem.Read, units, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return keys.Zip(found)
            .Where(row => row.Second is { IsTombstone: false, Indexes: { } indexes } && indexes.Contains(Place(row.First)))
            .Select(row => (row.First, row.Second!.Document));
    }

    private Membership Place(ListKey key) => new(query.Index.ToString(), query.Value, key.Sort);

    private static string Smaller(string one, string other) => string.CompareOrdinal(one, other) < 0 ? one : other;
}
