using System.Globalization;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>A document's ETag is the sequence of its latest change, in lower-case hexadecimal.</summary>
internal static class ETag
{
    public static string Of(long sequence) => sequence.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The sequence, or 0, which no document has, for what this store never gave.</summary>
    public static long Sequence(string etag) =>
        long.TryParse(etag, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sequence) && Of(sequence) == etag
            ? sequence
            : 0;
}
