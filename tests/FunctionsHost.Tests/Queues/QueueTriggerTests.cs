using System.Net;
using CrossRegion.Embedded.Functions.Queues;
using CrossRegion.Embedded.Functions.Queues.Faults;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.FunctionsHost.Tests.Queues;

public sealed class QueueTriggerTests
{
    [Theory, OnSqlite, OnStorage]
    public async Task Outputs_reach_their_triggers_as_text_bytes_and_JSON(QueueKind kind)
    {
        using QueuePlace place = await QueuePlace.NewAsync(kind);
        await using HostDriver host = await place.StartAsync(typeof(QueueSamples));
        HttpResponseMessage answer = await host.Client.PostAsync("/api/Post", new StringContent("order\n二\nthree"));
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await host.Probe.WaitForAsync(4)).ShouldBe(["first order 1 1", "rest 二", "rest three", "forwarded A1 x 3"], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task What_was_answered_is_on_the_queue_even_when_nobody_could_take_it_before_the_stop(QueueKind kind)
    {
        using QueuePlace place = await QueuePlace.NewAsync(kind);
        await using (HostDriver posting = await place.StartAsync(typeof(PostOnly)))
        {
            (await posting.Client.PostAsync("/api/PostOnly", new StringContent("kept"))).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        await using HostDriver taking = await place.StartAsync(typeof(QueueSamples));
        (await taking.Probe.WaitForAsync(1)).ShouldBe(["first kept 1 1"]);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_message_that_fails_is_tried_five_times_and_then_lies_in_the_poison_queue(QueueKind kind)
    {
        using QueuePlace place = await QueuePlace.NewAsync(kind);
        await using HostDriver host = await place.StartAsync(typeof(FailingQueue));
        IMessageQueues queues = host.Queues;
        await queues.EnqueueAsync([new NewMessage(QueueName.Parse("failing")!.Value, BinaryData.FromString("bad"))]);
        (await host.Probe.WaitForAsync(6)).ShouldBe(["attempt 1", "attempt 2", "attempt 3", "attempt 4", "attempt 5", "poison bad"]);
    }

    [Fact]
    public async Task A_failed_message_stays_out_of_sight_for_the_visibility_timeout()
    {
        using TemporaryDirectory home = new();
        ManualClock clock = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));
        HostDriver.WriteHostJson(home, new { extensions = new { queues = new { visibilityTimeout = "00:00:30", maxDequeueCount = 2 } } });
        var builder = HostDriver.CreateBuilder(home, [typeof(FailingQueue)]);
        builder.Services.AddSingleton<TimeProvider>(clock);
        Probe released = new();
        builder.Services.AddSingleton<IQueueFaults>(new FaultProbe(released, QueueFaultPoint.AfterRelease));
        await using HostDriver host = await HostDriver.StartAsync(builder, home);
        IMessageQueues queues = host.Queues;
        QueueName failing = QueueName.Parse("failing")!.Value;
        await queues.EnqueueAsync([new NewMessage(failing, BinaryData.FromString("bad"))]);
        await host.Probe.WaitForAsync(1);

        // A second message overtakes the first, which is out of sight.
        await queues.EnqueueAsync([new NewMessage(failing, BinaryData.FromString("bad too"))]);
        (await host.Probe.WaitForAsync(2)).ShouldBe(["attempt 1", "attempt 1"]);
        await released.WaitForAsync(2);
        clock.Advance(TimeSpan.FromSeconds(30));
        (await host.Probe.WaitForAsync(6)).Order().ShouldBe(["attempt 1", "attempt 1", "attempt 2", "attempt 2", "poison bad", "poison bad too"]);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task No_more_than_a_batch_and_the_threshold_are_at_work_at_a_time(QueueKind kind)
    {
        using QueuePlace place = await QueuePlace.NewAsync(kind);
        HostDriver.WriteHostJson(place.Home, new { extensions = new { queues = new { batchSize = 4, newBatchThreshold = 1 } } });
        Gate gate = new();
        var builder = HostDriver.CreateBuilder(place.Home, [typeof(GatedQueue)], place.Arguments);
        builder.Services.AddSingleton(gate);
        await using HostDriver host = await HostDriver.StartAsync(builder, place.Home);
        IMessageQueues queues = host.Queues;
        QueueName gated = QueueName.Parse("gated")!.Value;
        await queues.EnqueueAsync([.. Enumerable.Range(0, 12).Select(number => new NewMessage(gated, BinaryData.FromString($"{number}")))]);
        await host.Probe.WaitForAsync(4);
        gate.Open.SetResult();
        await host.Probe.WaitForAsync(12);
        gate.MostAtOnce.ShouldBeInRange(4, 5);
    }

    [Theory, OnSqlite, OnStorage]
    public async Task A_stop_waits_for_the_message_at_work(QueueKind kind)
    {
        using QueuePlace place = await QueuePlace.NewAsync(kind);
        Gate gate = new();
        var builder = HostDriver.CreateBuilder(place.Home, [typeof(GatedQueue)], place.Arguments);
        builder.Services.AddSingleton(gate);
        HostDriver host = await HostDriver.StartAsync(builder, place.Home);
        await host.Queues.EnqueueAsync([new NewMessage(QueueName.Parse("gated")!.Value, BinaryData.FromString("x"))]);
        await host.Probe.WaitForAsync(1);
        Task stopping = host.StopAsync();
        stopping.IsCompleted.ShouldBeFalse();
        gate.Open.SetResult();
        await stopping;
        gate.Ended.ShouldBe(1);
        await host.DisposeAsync();
        (await place.CountAsync(QueueName.Parse("gated")!.Value)).ShouldBe(0);
    }
}
