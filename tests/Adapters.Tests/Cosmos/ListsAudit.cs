using System.Text.Json;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>What must be in the container of lists when nothing is under way: exactly what the documents say, and nothing in doubt.</summary>
internal static class ListsAudit
{
    public static void ListsShouldBeExact(this CosmosGateway gateway)
    {
        var documents = gateway.Items("cases").Select(item => DocumentItem.Read(JsonSerializer.SerializeToElement(item))).ToList();
        var expected = documents
            .SelectMany(document => document.Indexes ?? [], (document, membership) => ListEntry.Of(document.Key, membership))
            .Select(entry => $"{entry.List} {entry.Id} {entry.Key}");
        var items = gateway.Items("lists").ToLookup(item => item.ContainsKey("key"));

        items[true].Select(entry => $"{entry["list"]} {entry["id"]} {entry["key"]}").Order().ShouldBe(expected.Order());
        items[false].Where(listing => listing["inDoubt"]!.AsArray().Count > 0).ShouldBeEmpty();
        items[false].Select(listing => (string?)listing["id"]).Order()
            .ShouldBe(documents.Where(document => document.Indexes is { Count: > 0 }).Select(document => document.Key.Id).Order());
    }
}
