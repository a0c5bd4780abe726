using System.Globalization;
using System.Net;
using Azure.Identity;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>The connection to the account, and its containers, which are opened when somebody asks for them first.</summary>
internal sealed partial class CosmosAccount : IDisposable
{
    private readonly CosmosOptions _options;
    private readonly ILogger _logger;
    private readonly CosmosClient _client;
    private readonly Lock _lock = new();
    private Task<CaseContainers>? _opening;

    public CosmosAccount(CosmosOptions options, ILogger logger)
    {
        (_options, _logger) = (options, logger);
        Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds);
        var client = new CosmosClientOptions
        {
            ApplicationName = "CrossRegion",

            // One port, few connections, and what the tests run against.
            ConnectionMode = ConnectionMode.Gateway,

            // One region. It also keeps the client from sending a write again whose fate it does not know.
            LimitToEndpoint = true,

            // Throttling is waited out as long as the service says, until the operation's time is up.
            MaxRetryAttemptsOnRateLimitedRequests = int.MaxValue,
            MaxRetryWaitTimeOnRateLimitedRequests = Timeout,
        };
        _client = string.IsNullOrEmpty(options.Key)
            ? new CosmosClient(options.Endpoint, new DefaultAzureCredential(), client)
            : new CosmosClient(options.Endpoint, options.Key, client);
    }

    /// <summary>How long one operation may take.</summary>
    public TimeSpan Timeout { get; }

    /// <exception cref="IOException">The account cannot be reached, or its containers are missing or not what they should be.</exception>
    public Task<CaseContainers> OpenAsync(CancellationToken cancellation)
    {
        // Whoever comes while somebody opens waits for the same attempt, and fails with it; whoever comes after a failure tries again.
        lock (_lock)
        {
            if (_opening is null or { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                _opening = StoreFailure.ExplainAsync(OpenNowAsync, Timeout, CancellationToken.None);
            }

            return _opening.WaitAsync(cancellation);
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<CaseContainers> OpenNowAsync(CancellationToken cancellation)
    {
        var account = await _client.ReadAccountAsync().WaitAsync(cancellation).ConfigureAwait(false);
        if (account.Consistency.DefaultConsistencyLevel is not (ConsistencyLevel.Strong or ConsistencyLevel.BoundedStaleness))
        {
            LogWeak(account.Id, account.Consistency.DefaultConsistencyLevel);
        }

        Database database = string.IsNullOrEmpty(_options.Key)
            ? _client.GetDatabase(_options.Database)
            : await _client.CreateDatabaseIfNotExistsAsync(_options.Database, cancellationToken: cancellation).ConfigureAwait(false);
        var containers = new CaseContainers(
            await OpenAsync(database, ContainerDefinitions.Cases, cancellation).ConfigureAwait(false),
            await OpenAsync(database, ContainerDefinitions.Lists, cancellation).ConfigureAwait(false),
            await OpenAsync(database, ContainerDefinitions.Leases, cancellation).ConfigureAwait(false));
        LogOpened(account.Id, _options.Database);
        return containers;
    }

    private async Task<Container> OpenAsync(Database database, ContainerProperties definition, CancellationToken cancellation)
    {
        var response = await FindOrCreateAsync(database, definition, cancellation).ConfigureAwait(false);
        var there = response.Resource;
        return there.PartitionKeyPath == definition.PartitionKeyPath && there.DefaultTimeToLive == definition.DefaultTimeToLive
            ? response.Container
            : throw new IOException(
                $"The container {definition.Id} is partitioned by {there.PartitionKeyPath} with a time to live of {Seconds(there)}, "
                + $"not by {definition.PartitionKeyPath} with {Seconds(definition)}.");

        static string Seconds(ContainerProperties container) => container.DefaultTimeToLive?.ToString(CultureInfo.InvariantCulture) ?? "none";
    }

    /// <summary>Making a container is an act of the control plane: an identity has no right to it, a key has.</summary>
    private async Task<ContainerResponse> FindOrCreateAsync(Database database, ContainerProperties definition, CancellationToken cancellation)
    {
        try
        {
            return await database.GetContainer(definition.Id).ReadContainerAsync(cancellationToken: cancellation).ConfigureAwait(false);
        }
        catch (CosmosException missing) when (missing.StatusCode == HttpStatusCode.NotFound && !string.IsNullOrEmpty(_options.Key))
        {
            var created = await database.CreateContainerIfNotExistsAsync(definition, cancellationToken: cancellation).ConfigureAwait(false);
            LogCreated(definition.Id);
            return created;
        }
    }

    [LoggerMessage(4100, LogLevel.Information, "Opened the Cosmos DB account {Account}, database {Database}.")]
    private partial void LogOpened(string account, string database);

    [LoggerMessage(4101, LogLevel.Information, "Created the container {Container}.")]
    private partial void LogCreated(string container);

    [LoggerMessage(
        4102,
        LogLevel.Warning,
        "The Cosmos DB account {Account} has the consistency {Consistency}: of several instances, one may read what another has replaced. Set it to Strong.")]
    private partial void LogWeak(string account, ConsistencyLevel consistency);
}
