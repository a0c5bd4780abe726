using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.DurableTask.Tests.Orchestrations;

/// <summary>What becomes of activities when the host stops in an orderly way.</summary>
public sealed class StopTests
{
    [Fact]
    public async Task A_stop_waits_for_the_activity_under_way_whose_result_is_kept_and_starts_no_other()
    {
        using var directory = new TestDirectory();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runs = new List<string>();
        var engine = await TestEngine.StartAsync(Tasks(begun, goOn.Task, runs), directory);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Two", new StartOrchestrationOptions("two"));
        await begun.Task;
        var stopping = engine.DisposeAsync().AsTask();
        await engine.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.AsTask();
        stopping.IsCompleted.ShouldBeFalse();
        goOn.SetResult();
        await stopping;
        runs.ShouldBe(["first"]);

        await using var second = await TestEngine.StartAsync(Tasks(new TaskCompletionSource(), Task.CompletedTask, runs), directory);
        (await second.EndOfAsync("two")).ReadOutputAs<string>().ShouldBe("first second");
        runs.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task An_activity_that_does_not_end_in_time_runs_again_at_the_next_start()
    {
        using var directory = new TestDirectory();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var never = new TaskCompletionSource();
        var runs = new List<string>();
        var engine = await TestEngine.StartAsync(
            Tasks(begun, never.Task, runs),
            directory,
            services: services => services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100)));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Two", new StartOrchestrationOptions("two"));
        await begun.Task;
        await engine.DisposeAsync();

        await using var second = await TestEngine.StartAsync(Tasks(new TaskCompletionSource(), Task.CompletedTask, runs), directory);
        (await second.EndOfAsync("two")).ReadOutputAs<string>().ShouldBe("first second");
        runs.ShouldBe(["first", "second"]);
    }

    [Fact]
    public async Task An_activity_cancelled_because_the_host_stops_has_not_failed()
    {
        using var directory = new TestDirectory();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var overdue = new CancellationTokenSource();
        var engine = await TestEngine.StartAsync(Tasks(begun, Task.Delay(Timeout.Infinite, overdue.Token), []), directory);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Two", new StartOrchestrationOptions("two"));
        await begun.Task;
        var stopping = engine.DisposeAsync().AsTask();
        await engine.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.AsTask();
        await overdue.CancelAsync();
        await stopping;

        await using var second = await TestEngine.StartAsync(Tasks(new TaskCompletionSource(), Task.CompletedTask, []), directory);
        (await second.EndOfAsync("two")).ReadOutputAs<string>().ShouldBe("first second");
    }

    private static Action<DurableTaskRegistry> Tasks(TaskCompletionSource begun, Task goOn, List<string> runs) => tasks => tasks
        .AddOrchestratorFunc("Two", async context =>
            $"{await context.CallActivityAsync<string>("Do", "first")} {await context.CallActivityAsync<string>("Do", "second")}")
        .AddActivityFunc<string, string>("Do", async (_, what) =>
        {
            begun.TrySetResult();
            await goOn;
            runs.Add(what);
            return what;
        });
}
