using System.Buffers;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// JSON whose bytes depend on its content alone: properties in ordinal order, no blanks, UTF-8. So that reformatting a published
/// file is no change of it, and changing a letter is.
/// </summary>
public static class CanonicalJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>SHA-256 of the canonical bytes, 64 small hexadecimal digits.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static string Digest(string json) => Convert.ToHexStringLower(SHA256.HashData(Bytes(json)));

    /// <summary>The canonical bytes.</summary>
    /// <exception cref="JsonException">The text is no JSON.</exception>
    public static byte[] Bytes(string json)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var document = JsonDocument.Parse(json))
        using (var writer = new Utf8JsonWriter(buffer, Compact))
        {
            Write(document.RootElement, writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void Write(JsonElement element, Utf8JsonWriter writer)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(property.Name);
                    Write(property.Value, writer);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var entry in element.EnumerateArray())
                {
                    Write(entry, writer);
                }

                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }
}
