using CrossRegion.Embedded.Functions.Hosting;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Faults;
using CrossRegion.Embedded.Functions.Queues.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class QueueCrashTests
{
    private static readonly QueueName Work = QueueName.Parse("work")!.Value;

    public static TheoryData<QueueFaultPoint> Points => new(Enum.GetValues<QueueFaultPoint>());

    [Theory]
    [MemberData(nameof(Points))]
    public async Task A_crash_at_any_point_loses_nothing_that_was_acknowledged_and_keeps_nothing_half(QueueFaultPoint point)
    {
        using TemporaryDirectory home = new();
        CrashAt crash = new(point);
        List<string> put = [];
        List<string> workedOff = [];
        List<string> ended = [];
        await using (SqliteQueues queues = Open(home, crash))
        {
            (await WorkAsync(queues, put, workedOff, ended)).ShouldBeTrue($"the life must be cut short at {point}");
        }

        crash.HasCrashed.ShouldBeTrue($"{point} was never reached");
        await using SqliteQueues after = Open(home, null);
        string[] left = [.. (await after.DequeueAsync(Work, 32)).Concat(await after.DequeueAsync(Work.Poison, 32)).Select(message => message.Body.ToString())];
        left.ShouldBeUnique();
        put.Except(workedOff).Except(left).ShouldBeEmpty($"lost; left: {string.Join(' ', left)}");
        left.Intersect(ended).ShouldBeEmpty("came back though its end was acknowledged");

        // Not acknowledged, so it may be there or not; what is put together is there together.
        (left.Contains("c") == left.Contains("d")).ShouldBeTrue();
    }

    /// <summary>Every kind of change once; true when a crash ended it.</summary>
    private static async Task<bool> WorkAsync(SqliteQueues queues, List<string> put, List<string> workedOff, List<string> ended)
    {
        try
        {
            await PutAsync(queues, "a", "b");
            put.AddRange(["a", "b"]);
            await PutAsync(queues, "c", "d");
            put.AddRange(["c", "d"]);
            IReadOnlyList<QueueMessage> taken = await queues.DequeueAsync(Work, 2);
            await queues.ReleaseAsync(taken[1], TimeSpan.Zero);
            workedOff.Add("a");
            await queues.DeleteAsync(taken[0]);
            ended.Add("a");
            await queues.BuryAsync((await queues.DequeueAsync(Work, 1))[0]);
            return false;
        }
        catch (Exception fault) when (fault is IOException || fault.InnerException is IOException)
        {
            await Should.ThrowAsync<InvalidOperationException>(PutAsync(queues, "after the crash"));
            return true;
        }
    }

    private static Task PutAsync(SqliteQueues queues, params string[] texts) =>
        queues.EnqueueAsync([.. texts.Select(text => new NewMessage(Work, BinaryData.FromString(text)))]);

    private static SqliteQueues Open(TemporaryDirectory home, IQueueFaults? faults) => new(
        new DataDirectory(new HostSettings { DataDirectory = home.Root, Urls = "" }), TimeProvider.System, NullLogger<SqliteQueues>.Instance, faults);
}
