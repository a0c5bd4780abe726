using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>The read models as JSON: camelCase, what is null is left out, Chinese is not escaped.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ApplicationView))]
[JsonSerializable(typeof(TimelineView))]
[JsonSerializable(typeof(ApplicationList))]
[JsonSerializable(typeof(FailedApplicationList))]
public sealed partial class ReadModelJson : JsonSerializerContext
{
    /// <summary>For whoever writes or reads a read model.</summary>
    public static JsonSerializerOptions Wire { get; } = MakeWire();

    private static JsonSerializerOptions MakeWire()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            TypeInfoResolver = new ReadModelJson(),
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        };
        options.MakeReadOnly();
        return options;
    }
}
