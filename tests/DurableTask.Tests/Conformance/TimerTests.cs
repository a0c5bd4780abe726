using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class TimerTests
{
    [Fact]
    public async Task A_timer_fires_at_its_time_and_not_before()
    {
        var time = new ManualTime();
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
            {
                var begun = context.CurrentUtcDateTime;
                await context.CreateTimer(TimeSpan.FromDays(20), CancellationToken.None);
                return context.CurrentUtcDateTime - begun;
            }),
            time: time);
        var isSet = time.TimerSet;
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
        await isSet;
        await engine.StartOfAsync(id);
        for (var day = 1; day < 20; day++)
        {
            var isSetAgain = time.TimerSet;
            time.Advance(TimeSpan.FromDays(1));
            await isSetAgain;
            (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running, $"day {day}");
        }

        time.Advance(TimeSpan.FromDays(1));
        (await engine.EndOfAsync(id)).ReadOutputAs<TimeSpan>().ShouldBe(TimeSpan.FromDays(20));
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Late", context => context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), default)),
            time: new ManualTime());
        (await engine.RunAsync("Late")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task A_cancelled_timer_holds_nothing_up()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Cancel", async context =>
            {
                using var cancellation = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(1), cancellation.Token);
                cancellation.Cancel();
                await timer.ShouldBeCancelledAsync();
                return "cancelled";
            }),
            time: new ManualTime());
        (await engine.RunAsync("Cancel")).ReadOutputAs<string>().ShouldBe("cancelled");
    }

    [Fact]
    public async Task A_timer_survives_a_restart_and_fires_if_its_time_has_passed_meanwhile()
    {
        using var directory = new TestDirectory();
        var time = new ManualTime();
        Action<DurableTaskRegistry> tasks = registry => registry.AddOrchestratorFunc(
            "Sleep", context => context.CreateTimer(TimeSpan.FromHours(5), CancellationToken.None));
        var isSet = time.TimerSet;
        string id;
        await using (var engine = await TestEngine.StartAsync(tasks, directory, time))
        {
            id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Sleep");
            await isSet;
        }

        time.Advance(TimeSpan.FromHours(6));
        await using var second = await TestEngine.StartAsync(tasks, directory, time);
        (await second.EndOfAsync(id)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task A_timer_beyond_the_longest_interval_runs_in_steps()
    {
        var time = new ManualTime(isHurried: true);
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Sleep", async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(7), CancellationToken.None);
                try
                {
                    await context.CallActivityAsync("Nobody");
                    return -1;
                }
                catch (TaskFailedException failed)
                {
                    // Everything that an orchestrator does is numbered.
                    return failed.TaskId;
                }
            }),
            time: time,
            worker: options => options.MaximumTimerInterval = TimeSpan.FromHours(3));
        var end = await engine.RunAsync("Sleep");
        end.ReadOutputAs<int>().ShouldBe(3);
        (end.LastUpdatedAt - end.CreatedAt).ShouldBe(TimeSpan.FromHours(7));
    }
}
