using System.Text.Json;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>One document in one list: an item of the container <c>lists</c>. A document stands in a list once, so its own key is the id.</summary>
/// <param name="List">The logical partition (<see cref="ListShards"/>).</param>
/// <param name="Key">Its place.</param>
internal readonly record struct ListEntry(string List, ListKey Key)
{
    public const string ListPath = "/list", KeyPath = "/key";

    /// <summary>No partition and no id has this character, so two documents never share it.</summary>
    public string Id => IdOf(Key.Document);

    public static string IdOf(DocumentKey document) => $"{document.Partition}|{document.Id}";

    public static ListEntry Of(DocumentKey document, Membership membership) => new(
        ListShards.Of(membership.Index, membership.Value, document.Partition), new ListKey(membership.Sort, document));

    public byte[] ToJson()
    {
        var (list, id, key) = (List, Id, Key.ToString());
        return ItemJson.Write(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("list", list);
            writer.WriteString("key", key);
        });
    }

    /// <summary>The place of an entry that a query found.</summary>
    public static ListKey ReadKey(JsonElement item) => ListKey.Of(ItemJson.Text(item, "key"));
}
