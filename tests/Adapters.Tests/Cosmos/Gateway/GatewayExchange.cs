using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>One request and its answer.</summary>
internal sealed class GatewayExchange(GatewayState state, HttpContext context, string endpoint)
{
    /// <summary>What the service takes: 2 MB.</summary>
    private const int MaxRequestBytes = 2 * 1024 * 1024;

    private readonly string[] _path = [.. context.Request.Path.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries)];
    private byte[] _body = [];

    private HttpRequest Request => context.Request;

    public async Task AnswerAsync()
    {
        if (!state.Reachable)
        {
            context.Abort();
            return;
        }

        using (var body = new MemoryStream())
        {
            await Request.Body.CopyToAsync(body);
            _body = body.ToArray();
        }

        var answer = (Request.Method, _path) switch
        {
            _ when _body.Length > MaxRequestBytes => GatewayAnswer.Status(StatusCodes.Status413PayloadTooLarge),
            ("GET", []) => GatewayAnswer.Json(StatusCodes.Status200OK, AccountJson.Account(endpoint, state.Consistency)),
            ("POST", ["dbs"]) => state.Locked(CreateDatabase),
            ("GET", ["dbs", var database]) => state.Locked(() => Database(database)),
            ("POST", ["dbs", _, "colls"]) => state.Locked(CreateContainer),
            ("GET", ["dbs", _, "colls", var container]) => state.Locked(() => Container(container, found => AccountJson.Container(found))),
            ("GET", ["dbs", _, "colls", var container, "pkranges"]) => state.Locked(() => Ranges(container)),
            (_, ["dbs", _, "colls", var container, "docs", .. var item]) => await ItemsAsync(container, item),
            _ => GatewayAnswer.Status(StatusCodes.Status400BadRequest),
        };
        await answer.WriteAsync(context);
    }

    private async Task<GatewayAnswer> ItemsAsync(string name, string[] item)
    {
        if (state.Locked(() => state.Container(name)) is not { } container)
        {
            return GatewayAnswer.NoContainer;
        }

        var exchange = new ItemExchange(container, Request, _body, item is [var id] ? Uri.UnescapeDataString(id) : null);
        var request = new GatewayRequest(container.Name, exchange.Kind, exchange.Partition);
        state.Requests.Enqueue(request);
        var fault = await state.Fault(request);
        if (fault is { AfterApplying: false })
        {
            return GatewayAnswer.Fault(fault);
        }

        var operations = exchange.Kind == RequestKind.Batch ? await BatchRows.ReadAsync(_body) : [];
        var (answer, results) = state.Locked(() => exchange.Answer(operations));
        if (exchange.Kind is RequestKind.Write or RequestKind.Batch)
        {
            state.Written();
        }

        return fault is not null
            ? GatewayAnswer.Fault(fault)
            : results is null ? answer : answer with { Body = await BatchRows.WriteAsync(results) };
    }

    private GatewayAnswer CreateDatabase()
    {
        var id = (string)JsonNode.Parse(_body)!["id"]!;
        return state.DatabaseRid(id) is null
            ? GatewayAnswer.Json(StatusCodes.Status201Created, AccountJson.Database(id, state.CreateDatabase(id)))
            : GatewayAnswer.Status(StatusCodes.Status409Conflict);
    }

    private GatewayAnswer Database(string id) => state.DatabaseRid(id) is { } rid
        ? GatewayAnswer.Json(StatusCodes.Status200OK, AccountJson.Database(id, rid))
        : GatewayAnswer.Status(StatusCodes.Status404NotFound);

    private GatewayAnswer CreateContainer()
    {
        var properties = JsonNode.Parse(_body)!.AsObject();
        return state.Container((string)properties["id"]!) is null
            ? GatewayAnswer.Json(StatusCodes.Status201Created, AccountJson.Container(state.CreateContainer(properties)))
            : GatewayAnswer.Status(StatusCodes.Status409Conflict);
    }

    private GatewayAnswer Container(string name, Func<GatewayContainer, JsonObject> json) => state.Container(name) is { } container
        ? GatewayAnswer.Json(StatusCodes.Status200OK, json(container))
        : GatewayAnswer.Status(StatusCodes.Status404NotFound);

    /// <summary>Ranges are read as a change feed: all of them, then nothing new.</summary>
    private GatewayAnswer Ranges(string name) => Request.Headers.IfNoneMatch.Count > 0
        ? GatewayAnswer.Status(StatusCodes.Status304NotModified, ("etag", "\"1\""))
        : Container(name, AccountJson.Ranges) with { Headers = [("etag", "\"1\"")] };
}
