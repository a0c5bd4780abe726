using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;

namespace CrossRegion.Orchestrations.Tests.Sealing;

/// <summary>How builds before sealing wrote their documents: the same JSON, with everything in the clear.</summary>
internal static class ClearJson
{
    private static readonly JsonSerializerOptions Options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        AllowOutOfOrderMetadataProperties = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    }.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);
}
