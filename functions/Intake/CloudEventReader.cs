using System.Text.Json;
using CrossRegion.Domain.Faults;
using Microsoft.Extensions.Primitives;

namespace CrossRegion.Functions.Intake;

/// <summary>Takes CloudEvents out of a request in any of the three content modes, each as one structured event with its place.</summary>
internal static class CloudEventReader
{
    /// <summary>The most events in a batch.</summary>
    public const int MaximumBatch = 100;

    /// <summary>The body, in binary mode with the attributes around it; null with a fault when it cannot be worked with.</summary>
    /// <param name="mode">From the content type.</param>
    /// <param name="headers">All headers.</param>
    /// <param name="body">The whole body.</param>
    /// <param name="faults">Gets the faults of JSON and of headers.</param>
    public static JsonDocument? Read(
        ContentMode mode, IEnumerable<KeyValuePair<string, StringValues>> headers, ReadOnlyMemory<byte> body, FaultCollector faults)
    {
        var inBody = new FaultCollector();
        var sound = StrictJson.Check(body.Span, inBody);
        faults.AddAll(mode == ContentMode.Binary ? "data" : "", inBody);
        return sound ? JsonDocument.Parse(mode == ContentMode.Binary ? BinaryModeEvent.Assemble(headers, body.Span, faults) : body) : null;
    }

    /// <summary>The events with their paths: <c>[i]</c> in a batch, else empty.</summary>
    public static IReadOnlyList<(string Path, JsonElement Event)> Split(ContentMode mode, JsonElement root, FaultCollector faults)
    {
        if (mode != ContentMode.Batch)
        {
            return [("", root)];
        }

        if (root.ValueKind != JsonValueKind.Array)
        {
            faults.Add("", "type", "批量请求应为数组", "a batch is an array");
            return [];
        }

        switch (root.GetArrayLength())
        {
            case 0:
                faults.Add("", "too-few", "批量请求至少有一个事件", "a batch has at least one event");
                break;
            case > MaximumBatch:
                faults.Add("", "too-many", $"批量请求最多{MaximumBatch}个事件", $"a batch has at most {MaximumBatch} events");
                break;
        }

        return [.. root.EnumerateArray().Select((element, index) => (EventPath.Element("", index), element))];
    }
}
