using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;


[Trait("Category", "Conformance")]
public sealed class ExternalEventTests
{
    [Fact]
    public async Task Events_that_come_before_the_wait_are_kept_in_their_order_and_names_ignore_case()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Collect", async context =>
        {
            await context.WaitForExternalEvent<object?>("go");
            var heard = new List<int>();
            for (var i = 0; i < 5; i++)
            {
                heard.Add(await context.WaitForExternalEvent<int>("Number"));
            }

            return heard;
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Collect");
        for (var i = 0; i < 5; i++)
        {
            await engine.Client.RaiseEventAsync(id, i % 2 == 0 ? "NUMBER" : "number", i);
        }

        await engine.Client.RaiseEventAsync(id, "GO");
        (await engine.EndOfAsync(id)).ReadOutputAs<int[]>().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public async Task Of_several_waiters_the_latest_is_served_first()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Stack", async context =>
        {
            var waits = Enumerable.Range(0, 3).Select(_ => context.WaitForExternalEvent<string>("event")).ToList();
            return string.Join(",", await Task.WhenAll(waits));
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Stack");
        await engine.StartOfAsync(id);
        await engine.Client.RaiseEventAsync(id, "event", "a");
        await engine.Client.RaiseEventAsync(id, "event", "b");
        await engine.Client.RaiseEventAsync(id, "event", "c");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("c,b,a");
    }

    [Fact]
    public async Task A_wait_that_times_out_is_cancelled()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Wait", async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("never", TimeSpan.FromDays(5));
                }
                catch (TaskCanceledException)
                {
                    return "too late";
                }
            }),
            time: new ManualTime(isHurried: true));
        (await engine.RunAsync("Wait")).ReadOutputAs<string>().ShouldBe("too late");
    }

    [Fact]
    public async Task An_event_in_time_beats_the_time_out()
    {
        var time = new ManualTime();
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("answer", TimeSpan.FromDays(5))),
            time: time);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.Client.RaiseEventAsync(id, "answer", "yes");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("yes");
    }

    [Fact]
    public async Task A_later_wait_gets_the_event_before_a_cancelled_one()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            using var cancelled = new CancellationTokenSource();
            cancelled.Cancel();
            await context.WaitForExternalEvent<string>("answer", cancelled.Token).ShouldBeCancelledAsync();
            return await context.WaitForExternalEvent<string>("answer");
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.StartOfAsync(id);
        await engine.Client.RaiseEventAsync(id, "answer", "heard");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("heard");
    }

    [Fact]
    public async Task A_cancelled_wait_keeps_its_place_and_takes_an_event_that_finds_nobody_else()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Wait", async context =>
        {
            using var cancellation = new CancellationTokenSource();
            var abandoned = context.WaitForExternalEvent<string>("answer", cancellation.Token);
            cancellation.Cancel();
            await abandoned.ShouldBeCancelledAsync();
            await context.WaitForExternalEvent<object?>("go");
            return await context.WaitForExternalEvent<string>("answer");
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.Client.RaiseEventAsync(id, "answer", "goes with the cancelled wait");
        await engine.Client.RaiseEventAsync(id, "go");
        await engine.Client.RaiseEventAsync(id, "answer", "heard");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("heard");
    }

    [Fact]
    public async Task Of_two_waits_with_a_limit_the_loser_can_be_cancelled()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Race", async context =>
            {
                using var stopFirst = new CancellationTokenSource();
                using var stopSecond = new CancellationTokenSource();
                var first = context.WaitForExternalEvent<string>("first", TimeSpan.FromDays(7), stopFirst.Token);
                var second = context.WaitForExternalEvent<string>("second", TimeSpan.FromDays(7), stopSecond.Token);
                var winner = await Task.WhenAny(first, second);
                (winner == first ? stopSecond : stopFirst).Cancel();
                await (winner == first ? second : first).ShouldBeCancelledAsync();
                return await winner;
            }),
            time: new ManualTime());
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Race");
        await engine.Client.RaiseEventAsync(id, "second", "won");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("won");
    }

    [Fact]
    public async Task A_wait_with_a_limit_can_be_cancelled_from_outside_before_it()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Wait", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var wait = context.WaitForExternalEvent<string>("never", TimeSpan.FromDays(7), cancellation.Token);
                await Task.WhenAny(wait, context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None));
                cancellation.Cancel();
                await wait.ShouldBeCancelledAsync();
                return "cancelled";
            }),
            time: new ManualTime(isHurried: true));
        (await engine.RunAsync("Wait")).ReadOutputAs<string>().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_hundred_different_events_are_heard_one_after_another()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Hear", async context =>
        {
            var heard = new List<int>();
            for (var i = 0; i < 100; i++)
            {
                heard.Add(await context.WaitForExternalEvent<int>($"event{i}"));
            }

            return heard;
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Hear");
        for (var i = 0; i < 100; i++)
        {
            await engine.Client.RaiseEventAsync(id, $"event{i}", i);
        }

        (await engine.EndOfAsync(id)).ReadOutputAs<int[]>().ShouldBe(Enumerable.Range(0, 100));
    }

    [Fact]
    public async Task Waiting_for_one_name_with_two_types_is_refused()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Types", async context =>
        {
            var number = context.WaitForExternalEvent<int>("event");
            await context.WaitForExternalEvent<string>("Event");
            await number;
        }));
        (await engine.RunAsync("Types")).FailureDetails!.IsCausedBy<ArgumentException>().ShouldBeTrue();
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_fails_the_wait_and_the_next_one_is_heard()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Read", async context =>
        {
            try
            {
                return await context.WaitForExternalEvent<int>("number");
            }
            catch (System.Text.Json.JsonException)
            {
                return await context.WaitForExternalEvent<int>("number");
            }
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Read");
        await engine.Client.RaiseEventAsync(id, "number", "not one");
        await engine.Client.RaiseEventAsync(id, "number", 7);
        (await engine.EndOfAsync(id)).ReadOutputAs<int>().ShouldBe(7);
    }

    [Fact]
    public async Task An_orchestration_sends_events_to_another()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Receiver", context => context.WaitForExternalEvent<string>("greeting"))
            .AddOrchestratorFunc<string>("Sender", (context, to) =>
            {
                context.SendEvent("nobody", "greeting", "lost");
                context.SendEvent(to, "greeting", $"from {context.InstanceId}");
                return Task.CompletedTask;
            }));
        var receiver = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Receiver");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Sender", receiver, new StartOrchestrationOptions("S"));
        (await engine.EndOfAsync(receiver)).ReadOutputAs<string>().ShouldBe("from S");
    }

    [Fact]
    public async Task An_event_for_nobody_or_for_an_ended_instance_is_dropped()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Nothing", _ => Task.CompletedTask));
        await engine.Client.RaiseEventAsync("nobody", "event");
        (await engine.Client.GetInstanceAsync("nobody")).ShouldBeNull();
        var end = await engine.RunAsync("Nothing");
        await engine.Client.RaiseEventAsync(end.InstanceId, "event");
        (await engine.Client.GetInstanceAsync(end.InstanceId))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }
}
