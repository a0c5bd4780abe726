using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// Items as JSON. They are written and read here, and the client only carries the bytes. What is escaped is what
/// <see cref="DocumentSize"/> counts as escaped.
/// </summary>
internal static class ItemJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>An object with the properties that <paramref name="properties"/> writes.</summary>
    public static byte[] Write(Action<Utf8JsonWriter> properties)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            properties(writer);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    public static void Write(Utf8JsonWriter writer, string name, IEnumerable<Membership> memberships)
    {
        writer.WriteStartArray(name);
        foreach (var (index, value, sort) in memberships)
        {
            writer.WriteStartObject();
            writer.WriteString("index", index);
            writer.WriteString("value", value);
            writer.WriteString("sort", sort);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>One item.</summary>
    public static T Read<T>(Stream content, Func<JsonElement, T> read)
    {
        using var json = JsonDocument.Parse(content);
        return read(json.RootElement);
    }

    /// <summary>The items of a page of a query or of the change feed.</summary>
    public static List<T> ReadPage<T>(Stream content, Func<JsonElement, T> read) =>
        Read(content, page => page.GetProperty("Documents").EnumerateArray().Select(read).ToList());

    /// <exception cref="InvalidDataException">There is no such text: the item is not one of this adapter's.</exception>
    public static string Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()!
            : throw new InvalidDataException($"a stored item has no text '{name}'");

    /// <summary>Null when the item has no such property.</summary>
    public static IReadOnlyList<Membership>? Memberships(JsonElement item, string name) =>
        item.TryGetProperty(name, out var memberships)
            ? [.. memberships.EnumerateArray().Select(one => new Membership(Text(one, "index"), Text(one, "value"), Text(one, "sort")))]
            : null;
}
