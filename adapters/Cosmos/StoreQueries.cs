namespace CrossRegion.Adapters.Cosmos;

/// <summary>Every SQL text of the adapter. Each is asked of one logical partition.</summary>
internal static class StoreQueries
{
    /// <summary>The documents of a partition whose id begins so; tombstones have no body.</summary>
    public const string ByIdPrefix = "SELECT * FROM c WHERE STARTSWITH(c.id, @prefix) AND IS_DEFINED(c.body)";

    /// <summary>The first entries of a list's shard between two keys.</summary>
    public const string Ascending =
        "SELECT TOP @count c.key FROM c WHERE c.key > @after AND c.key < @before ORDER BY c.key ASC";

    /// <summary>The last ones, last first.</summary>
    public const string Descending =
        "SELECT TOP @count c.key FROM c WHERE c.key > @after AND c.key < @before ORDER BY c.key DESC";
}
