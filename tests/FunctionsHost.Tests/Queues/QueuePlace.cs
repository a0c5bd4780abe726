using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Sqlite;
using CrossRegion.FunctionsHost.Tests.Queues.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>Where hosts of one test have their queues: a home directory, and for Storage an account of its own.</summary>
internal sealed class QueuePlace : IDisposable
{
    private readonly string? _connection;

    private QueuePlace(string? connection)
    {
        _connection = connection;
        Arguments = connection is null ? [] : ["--AzureWebJobsStorage", connection];
    }

    public TemporaryDirectory Home { get; } = new();

    /// <summary>What a host has to be started with.</summary>
    public string[] Arguments { get; }

    public static async Task<QueuePlace> NewAsync(QueueKind kind) =>
        new(kind == QueueKind.Storage ? (await Azurite.SharedAsync()).NewAccount() : null);

    public Task<HostDriver> StartAsync(params Type[] functions) => HostDriver.StartAsync(HostDriver.CreateBuilder(Home, functions, Arguments), Home);

    /// <summary>How many messages the queue has when no host runs, those out of sight included.</summary>
    public async Task<int> CountAsync(QueueName queue)
    {
        if (_connection is not null)
        {
            return (await new QueueClient(_connection, queue.Value).GetPropertiesAsync()).Value.ApproximateMessagesCount;
        }

        await using SqliteQueues queues = new(
            new DataDirectory(new HostSettings { DataDirectory = Home.PathOf("data"), Urls = "" }), TimeProvider.System, NullLogger<SqliteQueues>.Instance);
        return (await queues.DequeueAsync(queue, 32)).Count;
    }

    public void Dispose() => Home.Dispose();
}
