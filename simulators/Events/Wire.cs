using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CrossRegion.Simulators.Events;

/// <summary>How events and samples are written.</summary>
internal static class Wire
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The province whose system the event is from; null when its source does not say so.</summary>
    public static string? ProvinceOf(JsonObject cloudEvent) =>
        ((string?)cloudEvent["source"])?.Split(':') is ["urn", "gov", "cn", var province, ..] ? province : null;

    /// <summary>A structured CloudEvent. The id is chosen so that saying the same thing again is the same event.</summary>
    public static JsonObject CloudEvent(string id, string source, string type, string subject, TimeProvider time, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = id,
        ["source"] = source,
        ["type"] = type,
        ["subject"] = subject,
        ["time"] = time.GetUtcNow(),
        ["datacontenttype"] = "application/json",
        ["data"] = data,
    };
}
