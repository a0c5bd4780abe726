using System.Security.Cryptography;
using System.Text;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// How many logical partitions a list is spread over, so that none grows hot: one takes 10,000 request units a second and 20 GB, some
/// thousand entries a second and a hundred million of them. A query asks all of a list's shards, so a short list has one.
/// </summary>
/// <remarks>A count that changes asks for the lists to be projected anew (<c>docs/operations.md</c>).</remarks>
internal static class ListShards
{
    private const int Usual = 4;

    public static int Count(string index) => index is nameof(DocumentIndex.FailedCases) ? 1 : Usual;

    /// <summary>All shards of a list.</summary>
    public static IEnumerable<string> Of(string index, string value) =>
        Enumerable.Range(0, Count(index)).Select(shard => Name(index, shard, value));

    /// <summary>The shard that has the documents of a partition.</summary>
    public static string Of(string index, string value, string partition)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(partition));
        return Name(index, (int)(BitConverter.ToUInt32(hash) % (uint)Count(index)), value);
    }

    /// <summary>A logical partition of the container <c>lists</c>; the value comes last, since it may hold anything.</summary>
    private static string Name(string index, int shard, string value) => $"{index}|{shard}|{value}";
}
