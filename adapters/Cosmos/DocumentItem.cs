using System.Text.Json;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>A document as the container <c>cases</c> holds it.</summary>
/// <param name="Key">The logical partition and the item's id.</param>
/// <param name="Body">
/// The JSON text exactly as it was written, so it is kept as a string. Null: a tombstone. The change feed shows no deletions, and the
/// projection has to learn of them, so a deleted document is replaced by a tombstone, which expires.
/// </param>
/// <param name="Indexes">Where it is to be listed. Null: it never was listed, so there is nothing to take out of a list either.</param>
/// <param name="Commits">The commits that wrote it (<see cref="DocumentVersion.Commits"/>).</param>
/// <param name="ETag">The service's own; empty before it is written.</param>
internal sealed record DocumentItem(DocumentKey Key, string? Body, IReadOnlyList<Membership>? Indexes, string Commits, string ETag = "")
{
    public const string PartitionPath = "/partition";

    /// <summary>How long a tombstone stays: the projection, and whoever reads the change feed, may lag behind so long. 30 days.</summary>
    public const int TombstoneSeconds = 30 * 24 * 60 * 60;

    public bool IsTombstone => Body is null;

    public DocumentVersion Version => new(ETag, Commits, NeverListed: Indexes is null);

    /// <summary>What readers see of it; not for a tombstone.</summary>
    public StoredDocument Document => new(Key, Body!, Version.ToString());

    public byte[] ToJson() => ItemJson.Write(writer =>
    {
        writer.WriteString("id", Key.Id);
        writer.WriteString("partition", Key.Partition);
        writer.WriteString("commits", Commits);
        if (Indexes is not null)
        {
            ItemJson.Write(writer, "indexes", Indexes);
        }

        if (Body is null)
        {
            writer.WriteNumber("ttl", TombstoneSeconds);
        }
        else
        {
            writer.WriteString("body", Body);
        }
    });

    public static DocumentItem Read(JsonElement item) => new(
        new DocumentKey(ItemJson.Text(item, "partition"), ItemJson.Text(item, "id")),
        item.TryGetProperty("body", out var body) ? body.GetString() : null,
        ItemJson.Memberships(item, "indexes"),
        ItemJson.Text(item, "commits"),
        ItemJson.Text(item, "_etag"));
}
