using System.Buffers;
using System.Text.Json;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Events;
using Microsoft.Extensions.Primitives;

namespace CrossRegion.Functions.Intake;

/// <summary>
/// Puts an event of binary mode (attributes in <c>ce-</c> headers, percent-encoded; data in the body) together as one structured
/// event, so that everything after it knows one form only.
/// </summary>
internal static class BinaryModeEvent
{
    private const string Prefix = "ce-";

    /// <param name="headers">All headers of the request.</param>
    /// <param name="data">The body, known to be JSON.</param>
    /// <param name="faults">Gets the faults of the headers.</param>
    public static ReadOnlyMemory<byte> Assemble(
        IEnumerable<KeyValuePair<string, StringValues>> headers, ReadOnlySpan<byte> data, FaultCollector faults)
    {
        var buffer = new ArrayBufferWriter<byte>(data.Length + 512);
        using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = EventJson.Options.Encoder });
        writer.WriteStartObject();
        foreach (var (attribute, value) in Attributes(headers, faults))
        {
            writer.WriteString(attribute, value);
        }

        writer.WriteString("datacontenttype", ContentType.Binary);
        writer.WritePropertyName("data");
        writer.WriteRawValue(data);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static Dictionary<string, string> Attributes(IEnumerable<KeyValuePair<string, StringValues>> headers, FaultCollector faults)
    {
        var attributes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (header, values) in headers)
        {
            if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                continue;
            }

            var attribute = header[Prefix.Length..].ToLowerInvariant();
            if (attribute is "data" or "datacontenttype")
            {
                faults.Add(attribute, "header", "该属性不由ce-头携带", "this attribute is not carried by a ce- header");
            }
            else if (values.Count != 1 || !attributes.TryAdd(attribute, Uri.UnescapeDataString(values.ToString())))
            {
                faults.Add(EventPath.Told(attribute), "header", "同一ce-头出现多次", "the ce- header occurs more than once");
            }
        }

        return attributes;
    }
}
