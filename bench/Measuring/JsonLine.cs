using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrossRegion.Bench.Measuring;

/// <summary>The one line of JSON with which every benchmark ends.</summary>
internal static class JsonLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write<T>(T figures) => Console.WriteLine(JsonSerializer.Serialize(figures, Options));
}
