using Azure.Storage.Queues;
using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.Embedded.Functions.Queues.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.FunctionsHost.Tests.Queues.Storage;

/// <summary>
/// Storage queues in an account of their own. Visibility is Azurite's and takes real time, so tests that wait for it keep it short; when
/// a hold is renewed follows a clock that moves when told to.
/// </summary>
internal sealed class StorageBench : QueueBench
{
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
    private readonly Probe _renewed = new();
    private readonly string _connection;
    private readonly TimeSpan _hold;
    private int _renewals;

    private StorageBench(string connection, TimeSpan hold) => (_connection, _hold) = (connection, hold);

    public override DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    public override bool Reaches(QueueFaultPoint point) => true;

    public static async Task<StorageBench> CreateAsync(TimeSpan? hold) =>
        new((await Azurite.SharedAsync()).NewAccount(), hold ?? TimeSpan.FromMinutes(10));

    /// <summary>The queue as some other program sees it.</summary>
    public QueueClient Outside(QueueName queue) => new(_connection, queue.Value);

    public override async Task RenewAsync()
    {
        _clock.Advance(_hold / 2);
        await _renewed.WaitForAsync(++_renewals);
    }

    public override Task OutliveHoldsAsync() => Task.Delay(_hold + TimeSpan.FromMilliseconds(200));

    public override ValueTask CloseAsync()
    {
        ((StorageQueues)Queues).Dispose();
        return ValueTask.CompletedTask;
    }

    protected override StorageQueues Open(IQueueFaults? faults) => new(
        new QueueServiceClient(_connection), HostJson.Read(new ConfigurationManager(), []), _clock, NullLogger<StorageQueues>.Instance, new Watched(_renewed, faults))
    {
        Hold = _hold,
    };

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
