using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CrossRegion.Cli;

/// <summary>Output for programs: one JSON document on one line, names stable.</summary>
internal static class JsonOutput
{
    public static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Option<bool> Option() => new("--json") { Description = "以 JSON 输出。 Output as JSON." };
}
