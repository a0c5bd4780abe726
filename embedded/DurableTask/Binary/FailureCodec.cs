using System.Text.Json;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Binary;

/// <summary>Failure details as bytes: type, message, stack, properties (JSON), then the failure beneath, if any.</summary>
internal static class FailureCodec
{
    public static void Write(ByteWriter to, TaskFailureDetails? failure)
    {
        to.Flag(failure is not null);
        if (failure is not null)
        {
            to.Text(failure.ErrorType);
            to.Text(failure.ErrorMessage);
            to.Text(failure.StackTrace);
            to.Text(failure.Properties is null ? null : JsonSerializer.Serialize(failure.Properties));
            Write(to, failure.InnerFailure);
        }
    }

    public static TaskFailureDetails? Read(ref ByteReader from)
    {
        if (!from.Flag())
        {
            return null;
        }

        var type = from.RequiredText();
        var message = from.RequiredText();
        var stack = from.Text();
        var properties = from.Text();
        return new TaskFailureDetails(type, message, stack, Read(ref from), properties is null ? null : ReadProperties(properties));
    }

    private static Dictionary<string, object?> ReadProperties(string json) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json)!.ToDictionary(p => p.Key, p => Plain(p.Value));

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.TryGetInt64(out var whole) ? whole : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        _ => value.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
    };
}
