using System.Text.Encodings.Web;
using System.Text.Json;

namespace CrossRegion.Orchestrations.Ports;

/// <summary>
/// What a write counts towards <see cref="DocumentLimits.MaxBatchBytes"/>, in bytes: as much as any adapter needs to carry and keep it.
/// Azure Cosmos DB keeps the body as text in a JSON item and takes 2 MB (2,097,152 bytes) a request and an item, so what JSON escapes
/// counts as escaped, and what goes along with it counts too.
/// </summary>
public static class DocumentSize
{
    /// <summary>A write without its body: partition, id, ETag, the commits that wrote it, and what frames them.</summary>
    public const int WriteBytes = 1_500;

    /// <summary>An index entry without its value and sort key.</summary>
    public const int EntryBytes = 100;

    /// <summary>UTF-16 to escaped JSON: <c>\u0001</c>.</summary>
    private const int MaxBytesPerCharacter = 6;

    public static long Of(DocumentWrite write) => Size(write, text =>
        JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).EncodedUtf8Bytes.Length);

    /// <summary>An upper bound that costs nothing.</summary>
    internal static long AtMost(DocumentWrite write) => Size(write, text => (long)text.Length * MaxBytesPerCharacter);

    private static long Size(DocumentWrite write, Func<string, long> text) => write switch
    {
        DocumentWrite.Create create => WriteBytes + text(create.Body) + Entries(create.Indexes, text),
        DocumentWrite.Replace replace => WriteBytes + text(replace.Body) + Entries(replace.Indexes, text),
        _ => WriteBytes,
    };

    private static long Entries(IReadOnlyList<IndexEntry> indexes, Func<string, long> text) =>
        indexes.Sum(entry => EntryBytes + text(entry.Value) + text(entry.Sort));
}
