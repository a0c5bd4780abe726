using System.Text.Json;
using CrossRegion.Embedded.Functions.Discovery;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Invocations;
using CrossRegion.Embedded.Functions.Keys;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Embedded.Functions.EventGrid;

/// <summary>
/// Where Event Grid delivers: <c>/runtime/webhooks/EventGrid?functionName=NAME&amp;code=KEY</c>, with the handshakes of both
/// schemas (Event Grid: a SubscriptionValidation event; CloudEvents 1.0 web hooks, section 4: OPTIONS).
/// </summary>
internal sealed partial class EventGridWebHook(
    FunctionCatalogue catalogue, KeyRing keys, FunctionInvoker invoker, Drain drain, ILogger<EventGridWebHook> logger)
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        RequestDelegate answer = static async http =>
        {
            IResult result = await http.RequestServices.GetRequiredService<EventGridWebHook>().AnswerAsync(http);
            await result.ExecuteAsync(http);
        };
        routes.MapMethods("runtime/webhooks/eventgrid", [HttpMethods.Post, HttpMethods.Options], answer);
    }

    private async Task<IResult> AnswerAsync(HttpContext http)
    {
        HttpRequest request = http.Request;
        if (!keys.OpensWebHook(KeyRing.EventGridKey, request))
        {
            return Results.Unauthorized();
        }

        string? name = request.Query["functionName"];
        if (name is null || catalogue.Find(name) is not { Trigger: EventGridBinding trigger } function)
        {
            return Results.NotFound($"There is no function '{name}' with an Event Grid trigger.");
        }

        if (HttpMethods.IsOptions(request.Method))
        {
            return AnswerHandshake(http);
        }

        string kind = request.Headers["aeg-event-type"].ToString();
        if (Is(kind, "SubscriptionDeletion") || Is(kind, "Unsubscribe"))
        {
            return Results.Accepted();
        }

        if (!Is(kind, "SubscriptionValidation") && !Is(kind, "Notification"))
        {
            return Results.BadRequest("The header aeg-event-type must be SubscriptionValidation, Notification or SubscriptionDeletion.");
        }

        if (await Delivery.ReadAsync(request.Body, http.RequestAborted) is not { } events)
        {
            return Results.BadRequest("The body must be a JSON object or a JSON array of objects.");
        }

        return Is(kind, "SubscriptionValidation") ? Validate(events) : await DeliverAsync(function, trigger, events);
    }

    private static IResult AnswerHandshake(HttpContext http)
    {
        if (http.Request.Headers["WebHook-Request-Origin"].ToString() is not { Length: > 0 } origin)
        {
            return Results.BadRequest("The header WebHook-Request-Origin is missing.");
        }

        http.Response.Headers["WebHook-Allowed-Origin"] = origin;
        http.Response.Headers["WebHook-Allowed-Rate"] = "*";
        return Results.Ok();
    }

    private static IResult Validate(BinaryData[] events)
    {
        using JsonDocument? first = events.Length == 0 ? null : JsonDocument.Parse(events[0]);
        return first is not null
            && first.RootElement.TryGetProperty("data", out JsonElement data) && data.ValueKind == JsonValueKind.Object
            && data.TryGetProperty("validationCode", out JsonElement code) && code.ValueKind == JsonValueKind.String
            ? Results.Json(new { validationResponse = code.GetString() })
            : Results.BadRequest("The event has no data.validationCode.");
    }

    /// <summary>202 when every run succeeded; 500 otherwise, and Event Grid delivers all of them again.</summary>
    private async Task<IResult> DeliverAsync(Function function, EventGridBinding trigger, BinaryData[] events)
    {
        IEnumerable<BinaryData[]> runs = trigger.IsBatched ? [events] : events.Select(single => new[] { single });
        bool[] done = await Task.WhenAll(runs.Select(run => TryAsync(function, run)));
        return Array.TrueForAll(done, success => success) ? Results.Accepted() : Results.StatusCode(StatusCodes.Status500InternalServerError);
    }

    private async Task<bool> TryAsync(Function function, BinaryData[] events)
    {
        try
        {
            await invoker.InvokeAsync(function, events, NoBindingData.Instance, drain.Overdue);
            return true;
        }
        catch (Exception fault)
        {
            LogFailed(fault, function.Name);
            return false;
        }
    }

    private static bool Is(string header, string expected) => header.Equals(expected, StringComparison.OrdinalIgnoreCase);

    [LoggerMessage(7141, LogLevel.Error, "Function {Function} failed on a delivery of Event Grid; it is answered 500")]
    private partial void LogFailed(Exception fault, string function);
}
