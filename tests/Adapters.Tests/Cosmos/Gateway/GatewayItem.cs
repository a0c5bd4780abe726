using System.Text.Json;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>An item as it is stored, with the service's own properties.</summary>
/// <param name="Partition">The partition key's value.</param>
/// <param name="Id">Its id.</param>
/// <param name="Sequence">The logical sequence number of the transaction that wrote it.</param>
/// <param name="ETag">Changes with every write.</param>
/// <param name="Expires">When it expires; null for never.</param>
/// <param name="Json">The whole item.</param>
internal sealed record GatewayItem(string Partition, string Id, long Sequence, string ETag, DateTimeOffset? Expires, JsonElement Json)
{
    public string? Text(string property) =>
        Json.TryGetProperty(property, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
