using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace CrossRegion.Adapters.Tests.Http;

/// <summary>One request as it arrived.</summary>
internal sealed record HttpArrival(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string ContentType => Headers.GetValueOrDefault("Content-Type", "");

    public JsonNode Json => JsonNode.Parse(Body).ShouldNotBeNull();

    public static async Task<HttpArrival> ReadAsync(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        return new HttpArrival(
            request.Method,
            request.HttpContext.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget,
            request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync());
    }
}
