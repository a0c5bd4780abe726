using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>A request about items of one container: what it asks is in its headers.</summary>
internal sealed class ItemExchange(GatewayContainer container, HttpRequest request, byte[] body, string? id)
{
    private const string PlanHeader = "x-ms-cosmos-is-query-plan-request";

    /// <summary>The logical partition it is asked of, or null.</summary>
    public string? Partition { get; } = request.Headers.TryGetValue("x-ms-documentdb-partitionkey", out var key)
        ? (string?)JsonNode.Parse(key.ToString())![0]
        : null;

    public RequestKind Kind => request.Method switch
    {
        "GET" => id is null ? RequestKind.ChangeFeed : RequestKind.Read,
        "POST" when Is("x-ms-cosmos-is-batch-request") => RequestKind.Batch,
        "POST" when Is("x-ms-documentdb-isquery") || Is(PlanHeader) => RequestKind.Query,
        _ => RequestKind.Write,
    };

    /// <summary>The answer, and the results of a batch, which make its body.</summary>
    public (GatewayAnswer Answer, IReadOnlyList<ItemResult>? Results) Answer(IReadOnlyList<ItemOperation> operations)
    {
        switch (Kind)
        {
            case RequestKind.Read:
                return (container.Find(Partition!, id!) is { } found ? Item(StatusCodes.Status200OK, found) : GatewayAnswer.Status(StatusCodes.Status404NotFound), null);
            case RequestKind.Batch:
                var results = container.Commit(Partition!, operations);
                return (new GatewayAnswer(results.All(result => result.Succeeded) ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus, [], Session()), results);
            case RequestKind.Query:
                return (Query(), null);
            case RequestKind.ChangeFeed:
                return (Changes(), null);
            default:
                var result = container.Commit(Partition!, [Write()])[0];
                return (result.Item is { } item ? Item(result.Status, item) : GatewayAnswer.Status(result.Status, Session()), null);
        }
    }

    private ItemOperation Write() => new(
        request.Method switch
        {
            "PUT" => ItemOperationKind.Replace,
            "DELETE" => ItemOperationKind.Delete,
            _ => Is("x-ms-documentdb-is-upsert") ? ItemOperationKind.Upsert : ItemOperationKind.Create,
        },
        id,
        request.Method == "DELETE" ? null : body,
        request.Headers.IfMatch is [var etag] ? etag : null);

    private GatewayAnswer Query()
    {
        var query = JsonDocument.Parse(body).RootElement;
        var parameters = query.TryGetProperty("parameters", out var given)
            ? given.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString()!, one => one.GetProperty("value"))
            : [];
        var text = query.GetProperty("query").GetString()!;
        if (Is(PlanHeader))
        {
            return KnownQueries.Plan(text) is { } plan
                ? GatewayAnswer.Json(StatusCodes.Status200OK, plan)
                : GatewayAnswer.Status(StatusCodes.Status400BadRequest);
        }

        if (KnownQueries.Find(container, Partition, text, name => parameters[name]) is not { } found)
        {
            return GatewayAnswer.Status(StatusCodes.Status400BadRequest);
        }

        var from = request.Headers.TryGetValue("x-ms-continuation", out var continuation) ? int.Parse(continuation!, CultureInfo.InvariantCulture) : 0;
        var items = found.Skip(from).ToList();
        var count = Math.Min(PageSize, items.Count);
        var page = Page(items[..count]);
        return count < items.Count ? page with { Headers = [.. page.Headers, ("x-ms-continuation", $"{from + count}")] } : page;
    }

    /// <summary>Of one range; its ETag is how far it goes, and If-None-Match how far the reader is.</summary>
    private GatewayAnswer Changes()
    {
        var range = int.Parse(request.Headers["x-ms-documentdb-partitionkeyrangeid"].ToString(), CultureInfo.InvariantCulture);
        var after = request.Headers.IfNoneMatch is [{ Length: > 0 } etag] ? long.Parse(etag.Trim('"'), CultureInfo.InvariantCulture) : 0;
        var changes = container.Changes(range, after, PageSize);
        return changes is [.., var last]
            ? Page([.. changes.Select(item => JsonObject.Create(item.Json)!)], ("etag", $"\"{last.Sequence}\""))
            : GatewayAnswer.Status(StatusCodes.Status304NotModified, ("etag", $"\"{after}\""), ("x-ms-item-count", "0"), Session());
    }

    private int PageSize => request.Headers.TryGetValue("x-ms-max-item-count", out var size)
        && int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 ? count : 100;

    private GatewayAnswer Page(IReadOnlyCollection<JsonObject> items, params (string, string)[] headers) => GatewayAnswer.Json(
        StatusCodes.Status200OK,
        new JsonObject
        {
            ["_rid"] = container.Rid,
            ["Documents"] = new JsonArray([.. items]),
            ["_count"] = items.Count,
        },
        [.. headers, ("x-ms-item-count", $"{items.Count}"), Session()]);

    private GatewayAnswer Item(int status, GatewayItem item) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(item.Json), ("etag", item.ETag), Session());

    private (string, string) Session()
    {
        var range = Partition is null ? 0 : container.RangeOf(Partition);
        return ("x-ms-session-token", $"{range}:-1#{container.SequenceOf(range)}");
    }

    private bool Is(string header) => request.Headers.TryGetValue(header, out var value) && bool.TryParse(value, out var yes) && yes;
}
