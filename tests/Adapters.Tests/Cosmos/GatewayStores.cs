using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>Connections to the test gateway.</summary>
internal static class GatewayStores
{
    public static CosmosOptions Options(this CosmosGateway gateway) => new()
    {
        Endpoint = gateway.Url,
        Key = CosmosGateway.Key,
        TimeoutSeconds = 60,
        ListPollSeconds = 0.02,
        LeaseAcquireInterval = TimeSpan.FromMilliseconds(50),
    };

    /// <summary>An account that nobody projects the lists of.</summary>
    public static CosmosAccount Account(this CosmosGateway gateway) => new(gateway.Options(), NullLogger.Instance);

    /// <summary>Commits what must not be in conflict.</summary>
    public static async Task<IReadOnlyList<string?>> CommitAsync(this IDocumentStore store, string partition, params DocumentWrite[] batch)
    {
        var result = await store.CommitAsync(partition, batch, default);
        result.ConflictingId.ShouldBeNull();
        return result.ETags;
    }
}
