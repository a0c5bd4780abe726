using System.Net;
using System.Text.Json;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>What the adapter does with items of one logical partition. The client's stream calls answer with a status where others throw.</summary>
internal static class ContainerItems
{
    /// <summary>A point read; null when there is no such item.</summary>
    public static async Task<T?> FindAsync<T>(
        this Container container, string partition, string id, Func<JsonElement, T> read, RequestUnits units, CancellationToken cancellation)
        where T : class
    {
        using var response = await container.ReadItemStreamAsync(id, new PartitionKey(partition), cancellationToken: cancellation).ConfigureAwait(false);
        units.Add(response.Headers.RequestCharge);
        return IsItemMissing(response) ? null : ItemJson.Read(response.EnsureSuccessStatusCode().Content, read);
    }

    /// <summary>All that a query finds in one logical partition, over all pages.</summary>
    public static async Task<List<T>> QueryAsync<T>(
        this Container container,
        string partition,
        QueryDefinition query,
        int pageSize,
        Func<JsonElement, T> read,
        RequestUnits units,
        CancellationToken cancellation)
    {
        var options = new QueryRequestOptions
        {
            PartitionKey = new PartitionKey(partition),
            MaxItemCount = pageSize,

            // One logical partition needs no plan of how to ask several, nor the request that fetches one.
            EnableOptimisticDirectExecution = true,
        };
        var found = new List<T>();
        using var pages = container.GetItemQueryStreamIterator(query, requestOptions: options);
        while (pages.HasMoreResults)
        {
            using var response = await pages.ReadNextAsync(cancellation).ConfigureAwait(false);
            units.Add(response.Headers.RequestCharge);
            found.AddRange(ItemJson.ReadPage(response.EnsureSuccessStatusCode().Content, read));
        }

        return found;
    }

    /// <summary>Creates the item, or replaces the one with that ETag. Its new ETag, or null when somebody else was quicker.</summary>
    public static async Task<string?> TryWriteAsync(
        this Container container, string partition, string id, byte[] item, string? etag, RequestUnits units, CancellationToken cancellation)
    {
        using var content = new MemoryStream(item, writable: false);
        var key = new PartitionKey(partition);
        using var response = etag is null
            ? await container.CreateItemStreamAsync(content, key, cancellationToken: cancellation).ConfigureAwait(false)
            : await container.ReplaceItemStreamAsync(content, id, key, new ItemRequestOptions { IfMatchEtag = etag }, cancellation).ConfigureAwait(false);
        units.Add(response.Headers.RequestCharge);
        return IsConflict(response) ? null : response.EnsureSuccessStatusCode().Headers.ETag;
    }

    /// <summary>Deletes the item while it has that ETag. False when somebody else was quicker; true when it is gone.</summary>
    public static async Task<bool> TryDeleteAsync(
        this Container container, string partition, string id, string? etag, RequestUnits units, CancellationToken cancellation)
    {
        using var response = await container.DeleteItemStreamAsync(
            id, new PartitionKey(partition), new ItemRequestOptions { IfMatchEtag = etag }, cancellation).ConfigureAwait(false);
        units.Add(response.Headers.RequestCharge);
        if (IsItemMissing(response))
        {
            return true;
        }

        if (IsConflict(response))
        {
            return false;
        }

        response.EnsureSuccessStatusCode();
        return true;
    }

    private static bool IsConflict(ResponseMessage response) =>
        response.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed || IsItemMissing(response);

    /// <summary>Without a sub-status it is the item that is not found, and not its container.</summary>
    private static bool IsItemMissing(ResponseMessage response) =>
        response.StatusCode == HttpStatusCode.NotFound && response.Headers["x-ms-substatus"] is null or "0";
}
