using CrossRegion.DurableTask.CrashHost;
using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.WorkItems;

public sealed class PoisonTests
{
    private const int MaxAttempts = 5;

    [Fact]
    public async Task An_activity_that_kills_the_process_is_set_aside_and_those_beside_it_are_not()
    {
        using var directory = new TestDirectory();
        var deaths = await CrashHostRun.UntilItEndsAsync(directory, DeadlyTasks.Mixed, DeadlyTasks.Harmless);
        deaths.ShouldBe(MaxAttempts);
        CrashHostRun.DeadlyRuns(directory).Length.ShouldBe(MaxAttempts);

        await using var engine = await OpenAsync(directory);
        (await engine.EndOfAsync(DeadlyTasks.Harmless)).ReadOutputAs<string>().ShouldBe("named");
        var ends = (await engine.EndOfAsync(DeadlyTasks.Mixed)).ReadOutputAs<string[]>()!;
        ends[0].ShouldBe("PoisonWorkItem: The activity 'DeadlyActivity' was set aside after 5 attempts: the process died whenever it ran.");
        ends.Skip(1).ShouldBe(["innocent 0", "innocent 1", "innocent 2"]);
    }

    [Fact]
    public async Task An_orchestrator_that_kills_the_process_fails_and_the_others_go_on()
    {
        using var directory = new TestDirectory();
        var deaths = await CrashHostRun.UntilItEndsAsync(directory, DeadlyTasks.DeadlyOrchestrator, DeadlyTasks.Harmless);
        deaths.ShouldBe(MaxAttempts);

        await using var engine = await OpenAsync(directory);
        (await engine.EndOfAsync(DeadlyTasks.Harmless)).ReadOutputAs<string>().ShouldBe("named");
        var failed = await engine.EndOfAsync(DeadlyTasks.DeadlyOrchestrator);
        failed.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        failed.FailureDetails!.ErrorType.ShouldBe("PoisonWorkItem");
        failed.FailureDetails.ErrorMessage.ShouldContain("5 attempts");
    }

    [Fact]
    public async Task An_orchestrator_that_throws_past_its_own_task_is_set_aside_with_the_cause_and_breaks_nothing()
    {
        var attempts = 0;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc<object?, string>("Bursting", async (context, _) =>
                {
                    Burst(context.CallActivityAsync<string>("Name"));
                    return await context.WaitForExternalEvent<string>("never");
                })
                .AddOrchestratorFunc("Good", context => context.CallActivityAsync<string>("Name"))
                .AddActivityFunc("Name", _ => "named"),
            time: new ManualTime(isHurried: true));
        async void Burst(Task<string> call)
        {
            await call;
            Interlocked.Increment(ref attempts);
            throw new InvalidTimeZoneException("burst");
        }

        var failed = await engine.RunAsync("Bursting");
        failed.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        failed.FailureDetails!.ErrorType.ShouldBe("PoisonWorkItem");
        failed.FailureDetails.InnerFailure!.ErrorType.ShouldBe(typeof(InvalidTimeZoneException).FullName);
        attempts.ShouldBe(MaxAttempts);
        (await engine.RunAsync("Good")).ReadOutputAs<string>().ShouldBe("named");
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public async Task The_number_of_attempts_is_checked(int attempts, bool isAllowed)
    {
        var start = () => TestEngine.StartAsync(_ => { }, options: options => options.MaxWorkItemAttempts = attempts);
        if (isAllowed)
        {
            await (await start()).DisposeAsync();
        }
        else
        {
            (await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(start)).Message.ShouldContain("MaxWorkItemAttempts");
        }
    }

    private static Task<TestEngine> OpenAsync(TestDirectory directory) => TestEngine.StartAsync(
        tasks => DeadlyTasks.Register(tasks, DeadlyTasks.Healed, Path.Combine(directory.Path, "runs")), directory);
}
