using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>An answer: a status, headers and a body; status 0 cuts the connection.</summary>
internal sealed record GatewayAnswer(int StatusCode, byte[] Body, params (string Name, string Value)[] Headers)
{
    /// <summary>There is no such container, as opposed to no such item: sub-status 1003.</summary>
    public static readonly GatewayAnswer NoContainer = Status(StatusCodes.Status404NotFound, ("x-ms-substatus", "1003"));

    public static GatewayAnswer Status(int status, params (string, string)[] headers) => status >= 400
        ? new(status, Encoding.UTF8.GetBytes($$"""{"code":"{{status}}","message":"The gateway says {{status}}."}"""), headers)
        : new(status, [], headers);

    public static GatewayAnswer Json(int status, JsonNode json, params (string, string)[] headers) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(json), headers);

    public static GatewayAnswer Fault(GatewayFault fault) => fault.Answer == FaultAnswer.Throttled
        ? Status((int)fault.Answer, ("x-ms-retry-after-ms", fault.RetryAfterMilliseconds.ToString(CultureInfo.InvariantCulture)))
        : Status((int)fault.Answer);

    public async Task WriteAsync(HttpContext context)
    {
        if (StatusCode == 0)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = StatusCode;
        context.Response.Headers["x-ms-activity-id"] = Guid.NewGuid().ToString();
        context.Response.Headers["x-ms-request-charge"] = GatewayCharge.PerRequest.ToString(CultureInfo.InvariantCulture);
        foreach (var (name, value) in Headers)
        {
            context.Response.Headers[name] = value;
        }

        if (StatusCode is not (StatusCodes.Status204NoContent or StatusCodes.Status304NotModified))
        {
            context.Response.ContentType = "application/json";
            await context.Response.Body.WriteAsync(Body, context.RequestAborted);
        }
    }
}
