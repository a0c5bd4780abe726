using System.Text;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// Where an entry stands in its list: by its sort key, then partition and id of its document. As one text whose ordinal order is that
/// of the three, so that one indexed property is enough; it is what a page continues after.
/// </summary>
internal readonly record struct ListKey(string Sort, DocumentKey Document)
{
    /// <summary>Less than every character of a sort key, partition or id.</summary>
    private const char Separator = '\n';

    /// <summary>Less and greater than the text of every key.</summary>
    public const string BeforeAll = "", BehindAll = "\u007f";

    public static ListKey Of(string text) => TryParse(text, out var key) ? key : throw new InvalidDataException("a stored list entry has no key");

    /// <summary>Takes <see cref="ToContinuation"/> apart.</summary>
    /// <exception cref="ArgumentException">No continuation of this store.</exception>
    public static ListKey OfContinuation(string continuation)
    {
        try
        {
            if (TryParse(Encoding.UTF8.GetString(Convert.FromHexString(continuation)), out var key))
            {
                return key;
            }
        }
        catch (FormatException)
        {
            // Falls through: said below.
        }

        throw new ArgumentException("This continuation was not given by the store.", nameof(continuation));
    }

    public string ToContinuation() => Convert.ToHexStringLower(Encoding.UTF8.GetBytes(ToString()));

    public override string ToString() => $"{Sort}{Separator}{Document.Partition}{Separator}{Document.Id}";

    private static bool TryParse(string text, out ListKey key)
    {
        var parts = text.Split(Separator);
        key = parts is [var sort, var partition, var id] ? new ListKey(sort, new DocumentKey(partition, id)) : default;
        return parts.Length == 3;
    }
}
