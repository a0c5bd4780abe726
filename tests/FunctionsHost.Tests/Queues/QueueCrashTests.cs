using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Faults;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class QueueCrashTests
{
    [Theory]
    [AtEachFaultPoint(QueueKind.Sqlite)]
    [AtEachFaultPoint(QueueKind.Storage)]
    public async Task A_crash_at_any_point_loses_nothing_that_was_acknowledged_and_brings_back_nothing_that_has_ended(QueueKind kind, QueueFaultPoint point)
    {
        CrashAt crash = new(point);
        List<string> put = [];
        List<string> workedOff = [];
        List<string> ended = [];
        await using QueueBench bench = await QueueBench.OpenAsync(kind, crash, hold: TimeSpan.FromSeconds(1));
        (await WorkAsync(bench, put, workedOff, ended)).ShouldBe(bench.Reaches(point), $"whether the life was cut short at {point}");
        crash.HasCrashed.ShouldBe(bench.Reaches(point));

        await bench.ReopenAsync();
        await bench.OutliveHoldsAsync();
        IReadOnlyList<QueueMessage> work = await bench.TakeAsync(32);
        IReadOnlyList<QueueMessage> poison = await bench.Queues.DequeueAsync(QueueBench.Work.Poison, 32);
        work.Select(QueueBench.Text).ShouldBeUnique();
        poison.Select(QueueBench.Text).ShouldBeUnique();
        string[] left = [.. work.Concat(poison).Select(QueueBench.Text)];
        put.Except(workedOff).Except(left).ShouldBeEmpty($"lost; left: {string.Join(' ', left)}");
        left.Intersect(ended).ShouldBeEmpty("came back though its end was acknowledged");

        // Moving to the poison queue is at least once, and only there may a message be in both.
        string[] twice = [.. work.Select(QueueBench.Text).Intersect(poison.Select(QueueBench.Text))];
        twice.Length.ShouldBe(point == QueueFaultPoint.BetweenCopyAndDelete && kind == QueueKind.Storage ? 1 : 0);

        // Not acknowledged, so it may be there or not; what is put together is there together.
        (left.Contains("c") == left.Contains("d")).ShouldBeTrue();
    }

    /// <summary>Every kind of change once; true when a crash ended it.</summary>
    private static async Task<bool> WorkAsync(QueueBench bench, List<string> put, List<string> workedOff, List<string> ended)
    {
        try
        {
            await bench.PutAsync("a", "b");
            put.AddRange(["a", "b"]);
            await bench.PutAsync("c", "d");
            put.AddRange(["c", "d"]);
            IReadOnlyList<QueueMessage> taken = await bench.TakeAsync(2);
            await bench.RenewAsync();
            await bench.Queues.ReleaseAsync(taken[1], TimeSpan.Zero);
            workedOff.Add(QueueBench.Text(taken[0]));
            await bench.Queues.DeleteAsync(taken[0]);
            ended.Add(QueueBench.Text(taken[0]));
            await bench.Queues.BuryAsync((await bench.TakeAsync(1))[0]);
            return false;
        }
        catch (Exception fault) when (fault is IOException || fault.InnerException is IOException)
        {
            await Should.ThrowAsync<InvalidOperationException>(bench.PutAsync("after the crash"));
            return true;
        }
    }
}
