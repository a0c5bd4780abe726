using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>
/// Storage queues in an account of their own. Visibility is Azurite's and takes real time, so tests that wait for it keep it short; when
/// a hold is renewed follows a clock that moves when told to.
/// </summary>
internal sealed class StorageBench : QueueBench
{
    private static readonly TimeSpan DefaultHold = TimeSpan.FromMinutes(10);

    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly Probe _renewed = new();
    private readonly string _connection;
    private readonly TimeSpan _hold;
    private readonly string? _encoding;

    private StorageBench(string connection, TimeSpan hold, string? encoding) => (_connection, _hold, _encoding) = (connection, hold, encoding);

    /// <summary>What the queues logged.</summary>
    public Probe Log { get; } = new();

    public override DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public override bool Reaches(QueueFaultPoint point) => true;

    public static async Task<StorageBench> CreateAsync(TimeSpan? hold) => new((await Azurite.SharedAsync()).NewAccount(), hold ?? DefaultHold, null);

    /// <param name="encoding">As in host.json.</param>
    /// <param name="port">Through which the service is reached.</param>
    public static async Task<StorageBench> OpenAsync(TimeSpan? hold = null, string? encoding = null, int? port = null)
    {
        StorageBench bench = new((await Azurite.SharedAsync()).NewAccount(port), hold ?? DefaultHold, encoding);
        bench.Begin();
        return bench;
    }

    /// <summary>The queue as some other program sees it.</summary>
    public QueueClient Outside(QueueName queue) => new(_connection, queue.Value);

    /// <summary>Moves the clock of holds and pauses; Azurite's is not moved.</summary>
    public void Pass(TimeSpan time) => _clock.Advance(time);

    public override async Task RenewAsync()
    {
        Task renewed = _renewed.WaitForAsync(_renewed.Told.Count + 1);
        do
        {
            _clock.Advance(_hold / 2);
        }
        while (await Task.WhenAny(renewed, Task.Delay(TimeSpan.FromMilliseconds(100))) != renewed); // its timer may not have been set yet

        await renewed;
    }

    public override Task OutliveHoldsAsync() => Task.Delay(_hold + TimeSpan.FromMilliseconds(200));

    public override ValueTask CloseAsync()
    {
        ((StorageQueues)Queues).Dispose();
        return ValueTask.CompletedTask;
    }

    protected override StorageQueues Open(IQueueFaults? faults)
    {
        ConfigurationManager settings = new() { ["AzureFunctionsJobHost:extensions:queues:messageEncoding"] = _encoding };
        Logger<StorageQueues> logger = new(new LoggerFactory([new RecordedLog(Log)]));
        return new StorageQueues(new QueueServiceClient(_connection, StorageConnection.Options()), HostJson.Read(settings, []), _clock, logger, new Watched(_renewed, faults)) { Hold = _hold };
    }

    protected override Task PassAsync() => Task.Delay(TimeSpan.FromMilliseconds(50));

    /// <summary>Tells of renewals before a fault point may crash there.</summary>
    private sealed class Watched(Probe renewed, IQueueFaults? faults) : IQueueFaults
    {
        public void Reached(QueueFaultPoint point)
        {
            if (point == QueueFaultPoint.AfterRenew)
            {
                renewed.Tell($"{point}");
            }

            faults?.Reached(point); // whoever settles the message afterwards waits for its renewal, and so sees a crash here
        }
    }
}
