using CrossRegion.DurableTask.CrashHost;
using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.DurableTask.Tests.WorkItems;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Rewinding;

/// <summary>What can be rewound, and what cannot.</summary>
[Trait("Category", "Conformance")]
public sealed class RewindableTests
{
    [Fact]
    public async Task An_instance_that_does_not_exist_is_refused()
    {
        await using var engine = await TestEngine.StartAsync(_ => { });
        (await Should.ThrowAsync<ArgumentException>(() => engine.Client.RewindInstanceAsync("nobody", "why not"))).Message.ShouldContain("nobody");
    }

    [Fact]
    public async Task An_instance_that_has_not_failed_is_refused()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("it"));
        await engine.StartOfAsync("it");
        await ShouldBeRefusedAsync("Running");
        await engine.Client.RaiseEventAsync("it", "go", "gone");
        await engine.EndOfAsync("it");
        await ShouldBeRefusedAsync("Completed");

        async Task ShouldBeRefusedAsync(string status) =>
            (await Should.ThrowAsync<InvalidOperationException>(() => engine.Client.RewindInstanceAsync("it", "why not"))).Message.ShouldContain(status);
    }

    [Fact]
    public async Task Of_two_rewinds_at_once_one_is_refused_or_finds_a_new_failure()
    {
        var steps = new Steps().Fail("a");
        await using var engine = await TestEngine.StartAsync(
            tasks => steps.Register(tasks).AddOrchestratorFunc("It", context => context.CallActivityAsync<string>(Steps.Name, "a")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("It", new StartOrchestrationOptions("it"));
        await engine.EndOfAsync("it");
        steps.Heal();
        steps.Hold("a");
        var rewinds = Enumerable.Range(0, 8).Select(i => engine.Client.RewindInstanceAsync("it", $"operator {i}")).ToList();
        await Task.WhenAll(rewinds).ContinueWith(_ => { }, TaskScheduler.Default);
        rewinds.Count(rewind => rewind.IsCompletedSuccessfully).ShouldBe(1);
        rewinds.Count(rewind => rewind.Exception?.InnerException is InvalidOperationException).ShouldBe(7);
        steps.LetGo("a");
        (await engine.EndOfAsync("it")).ReadOutputAs<string>().ShouldBe("a!");
        steps.Runs.ShouldBe("a2");
    }

    [Fact]
    public async Task A_missing_orchestrator_runs_once_it_is_there()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(_ => { }, directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("It", "input", new StartOrchestrationOptions("it"));
            (await engine.EndOfAsync("it")).FailureDetails!.ErrorType.ShouldBe("OrchestratorTaskNotFound");
        }

        await using var second = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc<string, string>("It", (_, input) => Task.FromResult($"{input} taken")), directory);
        await second.Client.RewindInstanceAsync("it", "deployed");
        (await second.EndOfAsync("it")).ReadOutputAs<string>().ShouldBe("input taken");
    }

    [Fact]
    public async Task An_orchestrator_with_a_defect_goes_on_from_its_last_turn_once_that_is_mended()
    {
        using var directory = new TestDirectory();
        var steps = new Steps();
        await using (var engine = await OpenAsync((_, _) => throw new InvalidTimeZoneException("defect")))
        {
            steps.Hold("a");
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("It", new StartOrchestrationOptions("it"));
            await engine.Client.RaiseEventAsync("it", "go", "gone");
            steps.LetGo("a");
            (await engine.EndOfAsync("it")).FailureDetails!.ErrorMessage.ShouldBe("defect");
        }

        await using var second = await OpenAsync(async (context, a) => $"{a} {await context.WaitForExternalEvent<string>("go")}");
        await second.Client.RewindInstanceAsync("it", "mended");
        (await second.EndOfAsync("it")).ReadOutputAs<string>().ShouldBe("a! gone");
        steps.Runs.ShouldBe("a1");

        Task<TestEngine> OpenAsync(Func<TaskOrchestrationContext, string, Task<string>> then) => TestEngine.StartAsync(
            tasks => steps.Register(tasks).AddOrchestratorFunc(
                "It", async context => await then(context, await context.CallActivityAsync<string>(Steps.Name, "a"))),
            directory);
    }

    [Fact]
    public async Task An_orchestrator_that_killed_the_process_goes_on_once_it_is_mended()
    {
        using var directory = new TestDirectory();
        await CrashHostRun.UntilItEndsAsync(directory, DeadlyTasks.DeadlyOrchestrator);
        await using var engine = await TestEngine.StartAsync(
            tasks => DeadlyTasks.Register(tasks, DeadlyTasks.Healed, Path.Combine(directory.Path, "runs")), directory);
        await engine.Client.RewindInstanceAsync(DeadlyTasks.DeadlyOrchestrator, "mended");
        (await engine.EndOfAsync(DeadlyTasks.DeadlyOrchestrator)).ReadOutputAs<string>().ShouldBe("named");
    }

    [Fact]
    public async Task An_instance_that_could_not_be_read_goes_on_once_it_can()
    {
        using var directory = new TestDirectory();
        await using (var engine = await OpenAsync())
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("it"));
            await engine.WaitAsync("it", "the custom status", metadata => metadata.SerializedCustomStatus is not null);
        }

        // The file's first byte tells its format; one from the future, and then a program that knows it.
        Sql.Execute(directory, "CREATE TABLE good AS SELECT state FROM instances; UPDATE instances SET state = CAST(x'C8' || substr(state, 2) AS BLOB)");
        await using (var engine = await OpenAsync())
        {
            (await engine.EndOfAsync("it")).FailureDetails!.ErrorType.ShouldBe("PoisonWorkItem");
            var refusal = await Should.ThrowAsync<InvalidOperationException>(() => engine.Client.RewindInstanceAsync("it", "too early"));
            refusal.Message.ShouldContain("cannot be read");
        }

        Sql.Execute(
            directory,
            "UPDATE instances SET state = CAST(substr(state, 1, length(state) - (SELECT length(state) FROM good)) || (SELECT state FROM good) AS BLOB)");
        await using var third = await OpenAsync();
        await third.Client.RewindInstanceAsync("it", "mended");
        await third.Client.RaiseEventAsync("it", "go", "gone");
        (await third.EndOfAsync("it")).ReadOutputAs<string>().ShouldBe("gone");

        Task<TestEngine> OpenAsync() => TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Wait", async context =>
            {
                context.SetCustomStatus("waits");
                return await context.WaitForExternalEvent<string>("go");
            }),
            directory,
            new ManualTime(isHurried: true));
    }
}
