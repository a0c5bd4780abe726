using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// How the containers are partitioned and indexed, and what expires in them; <c>infra/modules/cases.bicep</c> says the same. Every index
/// that nobody asks costs request units at each write, so only what queries filter and sort by is indexed (ids always are).
/// </summary>
internal static class ContainerDefinitions
{
    /// <summary>Items may carry a time to live (tombstones do, and the lock of the leases); others stay for ever.</summary>
    private const int NoExpiryUnlessSaid = -1;

    public static IReadOnlyList<ContainerProperties> All => [Cases, Lists, Leases];

    public static ContainerProperties Cases => Define("cases", DocumentItem.PartitionPath, NoExpiryUnlessSaid);

    public static ContainerProperties Lists => Define("lists", ListEntry.ListPath, null, ListEntry.KeyPath);

    /// <summary>The change feed processor writes here; it wants <c>/id</c>.</summary>
    public static ContainerProperties Leases => Define("leases", "/id", NoExpiryUnlessSaid);

    private static ContainerProperties Define(string id, string partitionPath, int? timeToLive, params string[] indexed)
    {
        var indexing = new IndexingPolicy
        {
            Automatic = true,
            IndexingMode = IndexingMode.Consistent,
            ExcludedPaths = { new ExcludedPath { Path = "/*" } },
        };
        foreach (var path in (string[])[partitionPath, .. indexed])
        {
            indexing.IncludedPaths.Add(new IncludedPath { Path = path + "/?" });
        }

        return new ContainerProperties(id, partitionPath) { DefaultTimeToLive = timeToLive, IndexingPolicy = indexing };
    }
}
