using System.Text.Json;

namespace CrossRegion.Embedded.Functions.EventGrid;

/// <summary>The body of a delivery: one event, or an array of events.</summary>
internal static class Delivery
{
    /// <summary>The events as they were written; null when the body is anything else.</summary>
    public static async Task<BinaryData[]?> ReadAsync(Stream body, CancellationToken cancellation)
    {
        try
        {
            using JsonDocument document = await JsonDocument.ParseAsync(body, cancellationToken: cancellation);
            JsonElement root = document.RootElement;
            JsonElement[] events = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray()] : [root];
            return Array.TrueForAll(events, single => single.ValueKind == JsonValueKind.Object)
                ? Array.ConvertAll(events, single => BinaryData.FromString(single.GetRawText()))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
