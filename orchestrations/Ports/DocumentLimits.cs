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

    /// <summary>All documents of one batch together, in the bytes that <see cref="DocumentSize"/> counts; so one document is no larger either.</summary>
    public const int MaxBatchBytes = 2_000_000;

    /// <summary>Characters in a partition, an id, an index value or a sort key.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Documents in one page of a query or of the change feed.</summary>
    public const int MaxPageItems = 1_000;

    private static readonly SearchValues<char> KeyCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._:-");

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Whether a document can have that partition or id.</summary>
    public static bool IsKey(string? key) =>
        key is { Length: >= 1 and <= MaxKeyLength } and not ("." or "..") && !key.AsSpan().ContainsAnyExcept(KeyCharacters);

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
        foreach (var write in batch)
        {
            CheckKey(write.Id, "An id", nameof(batch));
            if (!ids.Add(write.Id))
            {
                throw new ArgumentException($"The id {write.Id} occurs twice in one batch.", nameof(batch));
            }

            switch (write)
            {
                case DocumentWrite.Create create:
                    Check(create.Id, create.Body, create.Indexes);
                    break;
                case DocumentWrite.Replace replace:
                    Check(replace.Id, replace.Body, replace.Indexes);
                    break;
            }
        }

        // Counting exactly takes a look at every character; only a batch near the limit needs it.
        if (batch.Sum(DocumentSize.AtMost) > MaxBatchBytes && batch.Sum(DocumentSize.Of) is > MaxBatchBytes and var bytes)
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

    private static void Check(string id, string body, IReadOnlyList<IndexEntry> indexes)
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
            Utf8.GetByteCount(body);
        }
        catch (EncoderFallbackException e)
        {
            throw new ArgumentException($"The body of document {id} is no text: half a surrogate pair at {e.Index}.", nameof(body), e);
        }
    }

    private static void CheckKey(string key, string what, string parameter)
    {
        if (!IsKey(key))
        {
            throw new ArgumentException($"{what} has 1 to {MaxKeyLength} characters of A-Z a-z 0-9 . _ : - and is not . or ..", parameter);
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
