using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CrossRegion.Simulators.Lines;

/// <summary>Requests and answers of <c>POST /api/exchange/hand-overs</c> (docs/exchange.md).</summary>
internal static class LineWire
{
    /// <summary>Nothing is escaped that need not be: a request must not grow beyond what a stamp takes.</summary>
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The hand-overs of a request; null when it is none.</summary>
    public static IReadOnlyList<JsonObject>? HandOversIn(byte[] body) =>
        Parse(body)?["handOvers"] is JsonArray { Count: > 0 } handOvers && handOvers.All(handOver => handOver is JsonObject)
            ? [.. handOvers.Select(handOver => handOver!.AsObject())]
            : null;

    public static byte[] Request(IEnumerable<JsonObject> handOvers) =>
        Write(new JsonObject { ["handOvers"] = new JsonArray([.. handOvers.Select(handOver => handOver.DeepClone())]) });

    /// <summary>The answers to so many hand-overs, with the pause that is asked for; null when it is no answer to them.</summary>
    public static (IReadOnlyList<JsonObject> Answers, JsonNode? Pause)? AnswersIn(byte[] body, int count) =>
        Parse(body) is JsonObject answer && answer["answers"] is JsonArray answers && answers.Count == count && answers.All(each => each is JsonObject)
            ? ([.. answers.Select(each => each!.AsObject())], answer["pause"])
            : null;

    public static byte[] Answer(IEnumerable<JsonObject> answers, JsonNode? pause)
    {
        var answer = new JsonObject { ["answers"] = new JsonArray([.. answers.Select(each => each.DeepClone())]) };
        if (pause is not null)
        {
            answer["pause"] = pause.DeepClone();
        }
        return Write(answer);
    }

    private static JsonNode? Parse(byte[] body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Write(JsonObject value) => JsonSerializer.SerializeToUtf8Bytes(value, Relaxed);
}
