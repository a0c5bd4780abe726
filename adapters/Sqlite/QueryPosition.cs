using System.Text;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>
/// Where a page of a query ended: the sort key, partition and id of its last document. It stays right when documents come, go or change
/// between two pages, since it does not count them.
/// </summary>
internal readonly record struct QueryPosition(string Sort, string Partition, string Id)
{
    /// <summary>Before every document in ascending order.</summary>
    public static readonly QueryPosition First = new("", "", "");

    /// <summary>Behind every document: greater than all printable ASCII.</summary>
    public const string BehindAll = "\u007f";

    public static readonly QueryPosition Last = new(BehindAll, "", "");

    /// <exception cref="ArgumentException">No continuation of this store.</exception>
    public static QueryPosition Parse(string continuation)
    {
        try
        {
            if (Encoding.UTF8.GetString(Convert.FromHexString(continuation)).Split('\n') is [var sort, var partition, var id])
            {
                return new QueryPosition(sort, partition, id);
            }
        }
        catch (FormatException)
        {
            // Falls through: said below.
        }

        throw new ArgumentException("This continuation was not given by the store.", nameof(continuation));
    }

    public override string ToString() => Convert.ToHexStringLower(Encoding.UTF8.GetBytes($"{Sort}\n{Partition}\n{Id}"));
}
