using System.Text.Json;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// What the projection knows of one document: where it is listed. An item of the container <c>lists</c>. Whatever a crash interrupts,
/// each list that may have the document is named here, so it is never forgotten in one.
/// </summary>
/// <param name="Document">Whose.</param>
/// <param name="Listed">Where it stands, except in lists that are in doubt.</param>
/// <param name="InDoubt">Lists (<see cref="ListShards"/>) that somebody was about to change; empty when it is settled.</param>
/// <param name="ETag">Null when it was not stored yet.</param>
internal sealed record Listing(DocumentKey Document, IReadOnlyList<Membership> Listed, IReadOnlyList<string> InDoubt, string? ETag)
{
    /// <summary>The logical partition; no index has this name.</summary>
    public string List => $"of|{Document.Partition}";

    public string Id => Document.Id;

    public static Listing None(DocumentKey document) => new(document, [], [], null);

    /// <summary>Whether nothing is left to do to be listed so.</summary>
    public bool IsSettledOn(IReadOnlyCollection<Membership> memberships) =>
        InDoubt.Count == 0 && Listed.Count == memberships.Count && Listed.All(memberships.Contains);

    public byte[] ToJson() => ItemJson.Write(writer =>
    {
        writer.WriteString("id", Id);
        writer.WriteString("list", List);
        ItemJson.Write(writer, "listed", Listed);
        writer.WriteStartArray("inDoubt");
        foreach (var list in InDoubt)
        {
            writer.WriteStringValue(list);
        }

        writer.WriteEndArray();
    });

    public static Listing Read(DocumentKey document, JsonElement item) => new(
        document,
        ItemJson.Memberships(item, "listed") ?? [],
        [.. item.GetProperty("inDoubt").EnumerateArray().Select(list => list.GetString()!)],
        ItemJson.Text(item, "_etag"));
}
