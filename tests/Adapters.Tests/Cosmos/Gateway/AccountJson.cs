using System.Text.Json.Nodes;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>What the service says of accounts, databases, containers and ranges.</summary>
internal static class AccountJson
{
    /// <summary>What the client's query parser is allowed.</summary>
    private const string QueryEngine = """
        {"maxSqlQueryInputLength":262144,"maxJoinsPerSqlQuery":10,"maxLogicalAndPerSqlQuery":2000,"maxLogicalOrPerSqlQuery":2000,
        "maxUdfRefPerSqlQuery":10,"maxInExpressionItemsCount":16000,"queryMaxGroupByTableCellCount":500000,
        "queryMaxInMemorySortDocumentCount":500,"maxQueryRequestTimeoutFraction":0.9,"sqlAllowNonFiniteNumbers":false,
        "sqlAllowAggregateFunctions":true,"sqlAllowSubQuery":true,"sqlAllowScalarSubQuery":true,"allowNewKeywords":true,"sqlAllowLike":true,
        "sqlAllowGroupByClause":true,"sqlAllowTop":true,"maxSpatialQueryCells":12,"spatialMaxGeometryPointCount":256,
        "sqlDisableOptimizationFlags":0,"enableSpatialIndexing":true}
        """;

    public static JsonObject Account(string endpoint, string consistency) => new()
    {
        ["_self"] = "",
        ["id"] = "gateway",
        ["_rid"] = "gateway",
        ["media"] = "//media/",
        ["addresses"] = "//addresses/",
        ["_dbs"] = "//dbs/",
        ["writableLocations"] = new JsonArray(Location(endpoint)),
        ["readableLocations"] = new JsonArray(Location(endpoint)),
        ["enableMultipleWriteLocations"] = false,
        ["userReplicationPolicy"] = new JsonObject { ["asyncReplication"] = false, ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
        ["userConsistencyPolicy"] = new JsonObject { ["defaultConsistencyLevel"] = consistency },
        ["systemReplicationPolicy"] = new JsonObject { ["minReplicaSetSize"] = 3, ["maxReplicasetSize"] = 4 },
        ["readPolicy"] = new JsonObject { ["primaryReadCoefficient"] = 1, ["secondaryReadCoefficient"] = 1 },
        ["queryEngineConfiguration"] = QueryEngine,
    };

    public static JsonObject Database(string id, string rid) => Resource(new JsonObject { ["id"] = id }, rid, $"dbs/{rid}/");

    public static JsonObject Container(GatewayContainer container) =>
        Resource((JsonObject)container.Properties.DeepClone(), container.Rid, $"colls/{container.Rid}/");

    /// <summary>The key space in equal parts; the client only wants them without gaps.</summary>
    public static JsonObject Ranges(GatewayContainer container)
    {
        var ranges = Enumerable.Range(0, container.Ranges).Select(range => (JsonNode)Resource(
            new JsonObject
            {
                ["id"] = $"{range}",
                ["minInclusive"] = Bound(range),
                ["maxExclusive"] = Bound(range + 1),
                ["ridPrefix"] = range,
                ["throughputFraction"] = 1.0 / container.Ranges,
                ["status"] = "online",
                ["parents"] = new JsonArray(),
            },
            container.Rid,
            $"pkranges/{range}/"));
        return new JsonObject { ["_rid"] = container.Rid, ["PartitionKeyRanges"] = new JsonArray([.. ranges]), ["_count"] = container.Ranges };

        string Bound(int range) => range == 0 ? "" : range == container.Ranges ? "FF" : $"{0x40 * range / container.Ranges:X2}";
    }

    private static JsonObject Location(string endpoint) => new() { ["name"] = "China North 3", ["databaseAccountEndpoint"] = endpoint };

    private static JsonObject Resource(JsonObject json, string rid, string self)
    {
        json["_rid"] = rid;
        json["_self"] = self;
        json["_etag"] = "\"1\"";
        json["_ts"] = 1;
        return json;
    }
}
