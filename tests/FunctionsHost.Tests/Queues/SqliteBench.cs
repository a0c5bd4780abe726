using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.Embedded.Functions.Queues.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.FunctionsHost.Tests.Queues;

/// <summary>The host's own queues, in a directory of their own, with a clock that moves when told to.</summary>
internal sealed class SqliteBench : QueueBench
{
    private readonly TemporaryDirectory _home = new();
    private readonly ManualClock _clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public override DateTimeOffset Now => _clock.GetUtcNow();

    public override bool Reaches(QueueFaultPoint point) => point is not (QueueFaultPoint.BetweenCopyAndDelete or QueueFaultPoint.AfterRenew);

    public override ValueTask CloseAsync() => ((SqliteQueues)Queues).DisposeAsync();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _home.Dispose();
    }

    protected override SqliteQueues Open(IQueueFaults? faults) => new(
        new DataDirectory(new HostSettings { DataDirectory = _home.Root, Urls = "" }), _clock, NullLogger<SqliteQueues>.Instance, faults);

    protected override Task PassAsync()
    {
        _clock.Advance(TimeSpan.FromSeconds(1));
        return Task.CompletedTask;
    }
}
