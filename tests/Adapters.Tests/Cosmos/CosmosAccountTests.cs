using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>How the account is opened.</summary>
public sealed class CosmosAccountTests
{
    [Fact]
    public async Task Containers_that_are_missing_are_created_as_they_are_declared()
    {
        await using var gateway = await CosmosGateway.StartAsync();
        using var account = gateway.Account();

        var containers = await account.OpenAsync(default);

        foreach (var (container, definition) in ((Container, ContainerProperties)[])
            [(containers.Cases, ContainerDefinitions.Cases), (containers.Lists, ContainerDefinitions.Lists), (containers.Leases, ContainerDefinitions.Leases)])
        {
            ContainerProperties there = await container.ReadContainerAsync();
            there.Id.ShouldBe(definition.Id);
            there.PartitionKeyPath.ShouldBe(definition.PartitionKeyPath);
            there.DefaultTimeToLive.ShouldBe(definition.DefaultTimeToLive);
            there.IndexingPolicy.IncludedPaths.Select(path => path.Path).ShouldBe(definition.IndexingPolicy.IncludedPaths.Select(path => path.Path));
            there.IndexingPolicy.ExcludedPaths.Select(path => path.Path).ShouldContain("/*");
        }
    }

    [Fact]
    public async Task A_container_that_is_partitioned_otherwise_is_refused()
    {
        await using var gateway = await CosmosGateway.StartAsync();
        using (var client = new CosmosClient(gateway.Url, CosmosGateway.Key, new CosmosClientOptions { ConnectionMode = ConnectionMode.Gateway }))
        {
            Database database = await client.CreateDatabaseAsync("crossregion");
            await database.CreateContainerAsync("cases", "/id");
        }

        using var account = gateway.Account();

        var failure = await Should.ThrowAsync<IOException>(() => account.OpenAsync(default));
        failure.Message.ShouldBe("The container cases is partitioned by /id with a time to live of none, not by /partition with -1.");
    }

    [Theory]
    [InlineData("Strong", 0)]
    [InlineData("Session", 1)]
    public async Task An_account_that_promises_less_than_the_port_does_is_warned_of(string consistency, int warnings)
    {
        await using var gateway = await CosmosGateway.StartAsync(consistency: consistency);
        var log = new WarningCount();
        using var account = new CosmosAccount(gateway.Options(), log);

        await new CosmosDocumentStore(account).ReadAsync(new DocumentKey("51-1", "case"), default);
        await new CosmosDocumentStore(account).ReadAsync(new DocumentKey("51-1", "case"), default);

        log.Warnings.ShouldBe(warnings);
    }

    private sealed class WarningCount : ILogger
    {
        public int Warnings { get; private set; }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => NullLogger.Instance.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Warnings += logLevel == LogLevel.Warning ? 1 : 0;
    }
}
