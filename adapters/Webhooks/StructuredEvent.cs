using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Adapters.Webhooks;

/// <summary>An event in CloudEvents 1.0 structured mode, JSON format (cloudevents.io, JSON Event Format for CloudEvents).</summary>
internal static class StructuredEvent
{
    // Chinese text stays legible to whoever looks at the wire; the content is never put into a page.
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static HttpContent Content(OutgoingEvent outgoing)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Legible))
        {
            json.WriteStartObject();
            json.WriteString("specversion", "1.0");
            json.WriteString("id", outgoing.Id);
            json.WriteString("source", outgoing.Source);
            json.WriteString("type", outgoing.Type);
            json.WriteString("subject", outgoing.Subject);
            json.WriteString("time", outgoing.Time);
            json.WriteString("datacontenttype", "application/json");
            json.WriteString("province", outgoing.Province);
            json.WriteNumber("sequence", outgoing.Sequence);
            json.WritePropertyName("data");
            outgoing.Data.WriteTo(json);
            json.WriteEndObject();
        }

        var content = new ByteArrayContent(buffer.ToArray());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/cloudevents+json", "utf-8");
        return content;
    }
}
