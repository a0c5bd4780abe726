using System.Text.Json;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// What the projection knows of one document: where it is listed. An item of the container <c>lists</c>. Whatever a crash interrupts,
/// each entry of the document is named here, so none is ever forgotten in a list.
/// </summary>
/// <param name="Document">Whose.</param>
/// <param name="Listed">Entries that are there.</param>
/// <param name="Pending">Entries that may be there: they were about to be written.</param>
/// <param name="ETag">Null when it was not stored yet.</param>
internal sealed record Listing(DocumentKey Document, IReadOnlyList<Membership> Listed, IReadOnlyList<Membership> Pending, string? ETag)
{
    /// <summary>The logical partition; no index has this name.</summary>
    public string List => $"of|{Document.Partition}";

    public string Id => Document.Id;

    public static Listing None(DocumentKey document) => new(document, [], [], null);

    /// <summary>Whether nothing is left to do to be listed so.</summary>
    public bool IsSettledOn(IReadOnlyCollection<Membership> memberships) =>
        Pending.Count == 0 && Listed.Count == memberships.Count && Listed.All(memberships.Contains);

    public byte[] ToJson() => ItemJson.Write(writer =>
    {
        writer.WriteString("id", Id);
        writer.WriteString("list", List);
        ItemJson.Write(writer, "listed", Listed);
        ItemJson.Write(writer, "pending", Pending);
    });

    public static Listing Read(DocumentKey document, JsonElement item) => new(
        document, ItemJson.Memberships(item, "listed") ?? [], ItemJson.Memberships(item, "pending") ?? [], ItemJson.Text(item, "_etag"));
}
