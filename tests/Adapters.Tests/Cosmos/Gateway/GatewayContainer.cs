using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>
/// A container: items by partition and id, spread over physical ranges, each with a sequence of transactions. Every call is one
/// transaction. Not safe for several threads: the gateway calls one at a time.
/// </summary>
internal sealed class GatewayContainer(string name, string rid, JsonObject properties, int ranges, TimeProvider time)
{
    private const int MaxItemBytes = 2 * 1024 * 1024;

    private readonly Dictionary<(string Partition, string Id), GatewayItem> _items = [];
    private readonly long[] _sequences = new long[ranges];
    private int _etags;

    public string Name => name;

    public string Rid => rid;

    public int Ranges => ranges;

    /// <summary>The container's definition as it was created.</summary>
    public JsonObject Properties => properties;

    public string PartitionPath { get; } = (string)properties["partitionKey"]!["paths"]![0]!;

    private bool Expires => properties["defaultTtl"] is not null;

    public GatewayItem? Find(string partition, string id) =>
        _items.TryGetValue((partition, id), out var item) && !IsExpired(item) ? item : null;

    /// <summary>The items of one logical partition.</summary>
    public IEnumerable<GatewayItem> Of(string partition) => _items.Values.Where(item => item.Partition == partition && !IsExpired(item));

    public IEnumerable<GatewayItem> All => _items.Values.Where(item => !IsExpired(item));

    /// <summary>The physical range of a logical partition. Nobody but this container has to know how it is found.</summary>
    public int RangeOf(string partition)
    {
        var hash = 2166136261;
        foreach (var character in partition)
        {
            hash = (hash ^ character) * 16777619;
        }

        return (int)(hash % ranges);
    }

    /// <summary>The latest transaction of a range.</summary>
    public long SequenceOf(int range) => _sequences[range];

    /// <summary>
    /// What changed in a range after a transaction, each item in its latest version, oldest first; the changes of one transaction are
    /// never parted, even if they are more than <paramref name="maxItems"/>.
    /// </summary>
    public List<GatewayItem> Changes(int range, long after, int maxItems)
    {
        var changes = All
            .Where(item => item.Sequence > after && RangeOf(item.Partition) == range)
            .OrderBy(item => item.Sequence)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .ToList();
        var count = Math.Min(maxItems, changes.Count);
        while (count < changes.Count && count > 0 && changes[count].Sequence == changes[count - 1].Sequence)
        {
            count++;
        }

        return changes[..count];
    }

    /// <summary>All operations or, when one fails, none: then the others are failed dependencies.</summary>
    public IReadOnlyList<ItemResult> Commit(string partition, IReadOnlyList<ItemOperation> operations)
    {
        var range = RangeOf(partition);
        var sequence = _sequences[range] + 1;
        var before = new List<(string Id, GatewayItem? Item)>();
        var results = new List<ItemResult>();
        foreach (var operation in operations)
        {
            var id = operation.Id ?? (string)Parse(operation)["id"]!;
            before.Add((id, _items.GetValueOrDefault((partition, id))));
            var result = Apply(partition, id, operation, sequence);
            results.Add(result);
            if (!result.Succeeded)
            {
                Undo(partition, before);
                return [.. operations.Select((_, i) => i == results.Count - 1 ? result : new ItemResult(ItemResult.FailedDependency, null))];
            }
        }

        _sequences[range] = sequence;
        return results;
    }

    private void Undo(string partition, List<(string Id, GatewayItem? Item)> before)
    {
        foreach (var (id, item) in before.AsEnumerable().Reverse())
        {
            if (item is null)
            {
                _items.Remove((partition, id));
            }
            else
            {
                _items[(partition, id)] = item;
            }
        }
    }

    private ItemResult Apply(string partition, string id, ItemOperation operation, long sequence)
    {
        var there = Find(partition, id);
        var refused = (operation.Kind, there) switch
        {
            (ItemOperationKind.Create, not null) => StatusCodes.Status409Conflict,
            (ItemOperationKind.Replace or ItemOperationKind.Delete, null) => StatusCodes.Status404NotFound,
            _ when operation.IfMatch is { } etag && there is not null && etag != "*" && etag != there.ETag => StatusCodes.Status412PreconditionFailed,
            _ when operation.Body?.Length > MaxItemBytes => StatusCodes.Status413PayloadTooLarge,
            _ when operation.Body is not null && !Belongs(partition, id, Parse(operation)) => StatusCodes.Status400BadRequest,
            _ => 0,
        };
        if (refused != 0)
        {
            return new ItemResult(refused, null);
        }

        if (operation.Kind == ItemOperationKind.Delete)
        {
            _items.Remove((partition, id));
            return new ItemResult(StatusCodes.Status204NoContent, null);
        }

        var item = Stored(partition, id, operation, sequence);
        _items[(partition, id)] = item;
        return new ItemResult(there is null ? StatusCodes.Status201Created : StatusCodes.Status200OK, item);
    }

    private GatewayItem Stored(string partition, string id, ItemOperation operation, long sequence)
    {
        var json = Parse(operation);
        var now = time.GetUtcNow();
        var etag = $"\"{++_etags:x8}-0000-0000-0000-000000000000\"";
        json["_rid"] = rid;
        json["_self"] = $"dbs/{rid}/docs/{id}/";
        json["_etag"] = etag;
        json["_attachments"] = "attachments/";
        json["_ts"] = now.ToUnixTimeSeconds();
        json["_lsn"] = sequence;
        var expires = Expires && json["ttl"] is { } ttl ? now.AddSeconds((int)ttl) : (DateTimeOffset?)null;
        return new GatewayItem(partition, id, sequence, etag, expires, JsonSerializer.SerializeToElement(json));
    }

    /// <summary>Whether an item says the same of itself as the request that brings it.</summary>
    private bool Belongs(string partition, string id, JsonObject item) =>
        (string?)item["id"] == id && (string?)item[PartitionPath[1..]] == partition;

    private bool IsExpired(GatewayItem item) => item.Expires <= time.GetUtcNow();

    private static JsonObject Parse(ItemOperation operation) => JsonNode.Parse(operation.Body!)!.AsObject();
}
