using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Adapters.Cosmos;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>
/// The SQL that the app and the client's change feed processor use, text by text, with what each means. Any other text is refused, and so
/// is one of the app's that is not asked of one logical partition.
/// </summary>
internal static class KnownQueries
{
    private const string LeasesBegin = "SELECT * FROM c WHERE STARTSWITH(c.id, '";
    private const string LeasesEnd = "')";

    /// <summary>What is found, in order, with the properties that are asked for; null for an unknown text.</summary>
    public static IEnumerable<JsonObject>? Find(GatewayContainer container, string? partition, string text, Func<string, JsonElement> parameter)
    {
        if (partition is null)
        {
            return container.Name == "leases" && IsOfLeases(text)
                ? container.All
                    .Where(item => item.Id.StartsWith(text[LeasesBegin.Length..^LeasesEnd.Length], StringComparison.Ordinal))
                    .Select(item => JsonObject.Create(item.Json)!)
                : null;
        }

        var items = container.Of(partition);
        return text switch
        {
            StoreQueries.ByIdPrefix => items
                .Where(item => item.Id.StartsWith(parameter("@prefix").GetString()!, StringComparison.Ordinal) && item.Text("body") is not null)
                .Select(item => JsonObject.Create(item.Json)!),
            StoreQueries.Ascending => Between()
                .OrderBy(item => item.Text("key"), StringComparer.Ordinal)
                .Take(parameter("@count").GetInt32())
                .Select(Key),
            StoreQueries.Descending => Between()
                .OrderByDescending(item => item.Text("key"), StringComparer.Ordinal)
                .Take(parameter("@count").GetInt32())
                .Select(Key),
            _ => null,
        };

        IEnumerable<GatewayItem> Between() => items.Where(item => item.Text("key") is { } key
            && string.CompareOrdinal(key, parameter("@after").GetString()) > 0
            && string.CompareOrdinal(key, parameter("@before").GetString()) < 0);
    }

    /// <summary>
    /// How the client is to run a query over all ranges: the processor's text, as it is, on each. Null for any other: the app's texts are
    /// asked of one logical partition and need no plan.
    /// </summary>
    public static JsonObject? Plan(string text) => !IsOfLeases(text) ? null : new JsonObject
    {
        ["partitionedQueryExecutionInfoVersion"] = 2,
        ["queryInfo"] = new JsonObject
        {
            ["distinctType"] = "None",
            ["orderBy"] = new JsonArray(),
            ["orderByExpressions"] = new JsonArray(),
            ["groupByExpressions"] = new JsonArray(),
            ["groupByAliases"] = new JsonArray(),
            ["aggregates"] = new JsonArray(),
            ["groupByAliasToAggregateType"] = new JsonObject(),
            ["rewrittenQuery"] = "",
            ["hasSelectValue"] = false,
        },
        ["queryRanges"] = new JsonArray(new JsonObject { ["min"] = "", ["max"] = "FF", ["isMinInclusive"] = true, ["isMaxInclusive"] = false }),
    };

    private static bool IsOfLeases(string text) =>
        text.StartsWith(LeasesBegin, StringComparison.Ordinal) && text.EndsWith(LeasesEnd, StringComparison.Ordinal);

    private static JsonObject Key(GatewayItem item) => new() { ["key"] = item.Text("key") };
}
