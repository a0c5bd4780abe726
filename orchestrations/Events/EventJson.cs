using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossRegion.Orchestrations.Events;

/// <summary>How events are written as JSON and read back: camelCase, absent instead of null, Chinese left as it is.</summary>
public static class EventJson
{
    /// <remarks>
    /// A store may reorder members, so the discriminator need not come first. The encoder escapes what JSON demands and no more:
    /// these texts are stored and sent as JSON, never placed into HTML.
    /// </remarks>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            AllowDuplicateProperties = false,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
