using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using Microsoft.Azure.Cosmos;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>
/// What the conformance suite runs on: a real account or emulator when <c>COSMOS_ENDPOINT</c> and <c>COSMOS_KEY</c> are set, in a database
/// of its own that is deleted at the end; else the test gateway.
/// </summary>
public sealed class CosmosFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static readonly string? Endpoint = Environment.GetEnvironmentVariable("COSMOS_ENDPOINT");
    private static readonly string? Key = Environment.GetEnvironmentVariable("COSMOS_KEY");

    private readonly string _database = $"crossregion-test-{Guid.NewGuid():N}";
    private CosmosGateway? _gateway;
    private RunningStore? _store;

    public static bool IsReal => !string.IsNullOrEmpty(Endpoint) && !string.IsNullOrEmpty(Key);

    internal RunningStore Store => _store!;

    public async Task InitializeAsync()
    {
        if (!IsReal)
        {
            _gateway = await CosmosGateway.StartAsync();
        }

        _store = await RunningStore.StartAsync(
            _gateway?.Options() ?? new CosmosOptions { Endpoint = Endpoint, Key = Key, Database = _database, ListPollSeconds = 0.1 });
    }

    /// <summary>Until the lists show every commit that was answered.</summary>
    public Task ListsCaughtUpAsync() => _gateway is null ? NothingLeftAsync() : _gateway.LeasesCaughtUpAsync();

    public async Task DisposeAsync()
    {
        await _store!.DisposeAsync();
        if (_gateway is not null)
        {
            _gateway.ListsShouldBeExact();
            await _gateway.DisposeAsync();
            return;
        }

        using var client = new CosmosClient(Endpoint, Key, new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway });
        await client.GetDatabase(_database).DeleteAsync();
    }

    /// <summary>A real account cannot be looked into: its own estimate is asked for, until it says that nothing is left.</summary>
    private async Task NothingLeftAsync()
    {
        var containers = await Store.Account.OpenAsync(default);
        var estimator = containers.Cases.GetChangeFeedEstimator(ListProjectionService.Name, containers.Leases);
        using var patience = new CancellationTokenSource(Patience);
        long left;
        do
        {
            left = 0;
            using var states = estimator.GetCurrentStateIterator();
            while (states.HasMoreResults)
            {
                left += (await states.ReadNextAsync(patience.Token)).Sum(lease => lease.EstimatedLag);
            }
        }
        while (left > 0);
    }
}
