using System.Buffers;
using System.Text;

namespace CrossRegion.Orchestrations.Ports;

/// <summary>
/// What every document store refuses before it does anything. The limits are those that all adapters can keep: Azure Cosmos DB's for
/// the batch, and an alphabet whose order is the same in UTF-8 and UTF-16.
/// </summary>
public static class DocumentLimits
{
    /// <summary>Operations in one batch.</summary>
    public const int MaxOperations = 100;

    /// <summary>All bodies of one batch together, in bytes of UTF-8; so one document is no larger either.</summary>
    public const int MaxBatchBytes = 2_000_000;

    /// <summary>Characters in a partition, an id, an index value or a sort key.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Documents in one page of a query or of the change feed.</summary>
    public const int MaxPageItems = 1_000;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <exception cref="ArgumentException">The batch breaks a limit; the message names it.</exception>
    public static void Check(string partition, IReadOnlyList<DocumentWrite> batch)
    {
        CheckKey(partition, "The partition", nameof(partition));
        ArgumentNullException.ThrowIfNull(batch);
        if (batch.Count is < 1 or > MaxOperations)
        {
            throw new ArgumentException($"A batch has 1 to {MaxOperations} operations, this one has {batch.Count}.", nameof(batch));
        }

        var ids = new HashSet<string>(batch.Count, StringComparer.Ordinal);
        long bytes = 0;
        foreach (var write in batch)
        {
            CheckKey(write.Id, "An id", nameof(batch));
            if (!ids.Add(write.Id))
            {
                throw new ArgumentException($"The id {write.Id} occurs twice in one batch.", nameof(batch));
            }

            bytes += write switch
            {
                DocumentWrite.Create create => Check(create.Id, create.Body, create.Indexes),
                DocumentWrite.Replace replace => Check(replace.Id, replace.Body, replace.Indexes),
                _ => 0,
            };
        }

        if (bytes > MaxBatchBytes)
        {
            throw new ArgumentException($"A batch has at most {MaxBatchBytes} bytes, this one has {bytes}.", nameof(batch));
        }
    }

    /// <exception cref="ArgumentException">The query asks for too few or too many documents, or by a sort key that cannot be.</exception>
    public static void Check(IndexQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        CheckPage(query.MaxItems);
        if (query.SortBefore is { } before)
        {
            CheckSort(before, nameof(query));
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">A page has 1 to <see cref="MaxPageItems"/> documents.</exception>
    public static void CheckPage(int maxItems)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxItems, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxItems, MaxPageItems);
    }

    private static int Check(string id, string body, IReadOnlyList<IndexEntry> indexes)
    {
        var seen = new HashSet<(DocumentIndex, string)>();
        foreach (var entry in indexes)
        {
            if (entry.Value is not { Length: >= 1 and <= MaxKeyLength })
            {
                throw new ArgumentException($"An index value has 1 to {MaxKeyLength} characters; document {id}, index {entry.Index}.", nameof(indexes));
            }

            CheckSort(entry.Sort, nameof(indexes));
            if (!seen.Add((entry.Index, entry.Value)))
            {
                throw new ArgumentException($"Document {id} stands twice under one value of the index {entry.Index}.", nameof(indexes));
            }
        }

        try
        {
            return Utf8.GetByteCount(body);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"The body of document {id} is no text: half a surrogate pair at {e.Index}.", nameof(body), e);
        }
    }

    private static void CheckKey(string key, string what, string parameter)
    {
        if (key is not { Length: >= 1 and <= MaxKeyLength } || key.AsSpan().ContainsAnyExcept(KeyCharacters))
        {
            throw new ArgumentException($"{what} has 1 to {MaxKeyLength} characters of A-Z a-z 0-9 . _ : -", parameter);
        }
    }

    private static void CheckSort(string sort, string parameter)
    {
        if (sort is not { Length: <= MaxKeyLength } || sort.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            throw new ArgumentException($"A sort key has at most {MaxKeyLength} characters, all of printable ASCII.", parameter);
        }
    }
}
