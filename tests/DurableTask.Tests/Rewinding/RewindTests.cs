using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Rewinding;

/// <summary>What is kept and what runs again.</summary>
[Trait("Category", "Conformance")]
public sealed class RewindTests
{
    private readonly Steps _steps = new();

    [Fact]
    public async Task The_failed_call_runs_again_and_the_results_before_it_are_kept()
    {
        _steps.Fail("b");
        await using var engine = await StartAsync(async context => $"{await Step(context, "a")}{await Step(context, "b")}{await Step(context, "c")}");
        (await FailAsync(engine)).FailureDetails!.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        (await RewindAsync(engine)).ShouldBe("a!b!c!");
        _steps.Runs.ShouldBe("a1 b2 c1");
    }

    [Fact]
    public async Task A_rewound_instance_may_fail_again_and_be_rewound_again()
    {
        _steps.Fail("b", "c");
        await using var engine = await StartAsync(async context => $"{await Step(context, "a")}{await Step(context, "b")}{await Step(context, "c")}");
        await FailAsync(engine);
        await engine.Client.RewindInstanceAsync("it", "too early");
        await engine.WaitAsync("it", "the second failure", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Failed);
        _steps.Runs.ShouldBe("a1 b2");
        (await RewindAsync(engine)).ShouldBe("a!b!c!");
        _steps.Runs.ShouldBe("a1 b3 c1");
    }

    [Fact]
    public async Task A_retried_call_begins_its_attempts_afresh()
    {
        _steps.Fail("b");
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 3, TimeSpan.FromMinutes(1)));
        await using var engine = await StartAsync(async context => $"{await Step(context, "a")}{await Step(context, "b", retry)}{await Step(context, "c")}");
        await FailAsync(engine);
        _steps.Runs.ShouldBe("a1 b3");
        await engine.Client.RewindInstanceAsync("it", "too early");
        await engine.WaitAsync("it", "the second failure", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Failed);
        _steps.Runs.ShouldBe("a1 b6");
        (await RewindAsync(engine)).ShouldBe("a!b!c!");
        _steps.Runs.ShouldBe("a1 b7 c1");
    }

    [Fact]
    public async Task A_call_that_a_retry_made_good_is_not_made_again()
    {
        _steps.Fail("c").FailOnce("a");
        var retry = TaskOptions.FromRetryHandler(_ => true);
        await using var engine = await StartAsync(async context => $"{await Step(context, "a", retry)}{await Step(context, "b")}{await Step(context, "c")}");
        await FailAsync(engine);
        (await RewindAsync(engine)).ShouldBe("a!b!c!");
        _steps.Runs.ShouldBe("a2 b1 c2");
    }

    [Fact]
    public async Task All_failed_branches_of_a_fan_out_run_again_and_only_they()
    {
        _steps.Fail("b", "d", "e");
        await using var engine = await StartAsync(async context => string.Concat(await Task.WhenAll("abcde".Select(step => Step(context, $"{step}")))));
        await FailAsync(engine);
        (await RewindAsync(engine)).ShouldBe("a!b!c!d!e!");
        _steps.Runs.ShouldBe("a1 b2 c1 d2 e2");
    }

    [Fact]
    public async Task What_was_done_because_of_the_failure_is_cut_away_and_done_again_if_it_fails_again()
    {
        _steps.Fail("b");
        await using var engine = await StartAsync(async context =>
        {
            var a = await Step(context, "a");
            try
            {
                return $"{a}{await Step(context, "b")}";
            }
            catch (TaskFailedException)
            {
                await Step(context, "cleanup");
                throw;
            }
        });
        await FailAsync(engine);
        await engine.Client.RewindInstanceAsync("it", "too early");
        await engine.WaitAsync("it", "the second failure", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Failed);
        _steps.Runs.ShouldBe("a1 b2 cleanup2");
        (await RewindAsync(engine)).ShouldBe("a!b!");
        _steps.Runs.ShouldBe("a1 b3 cleanup2");
    }

    [Fact]
    public async Task A_failure_that_does_not_name_the_call_goes_back_to_the_last_one()
    {
        _steps.Fail("a", "c");
        await using var engine = await StartAsync(async context =>
        {
            var a = await Try(context, "a", "fallback");
            return await Step(context, "b") + a + await Try(context, "c", "cleanup", "given up");
        });
        (await FailAsync(engine)).FailureDetails!.ErrorMessage.ShouldBe("given up");
        (await RewindAsync(engine)).ShouldBe("b!fallback!c!");
        _steps.Runs.ShouldBe("a1 b1 c2 cleanup1 fallback1");

        async Task<string> Try(TaskOrchestrationContext context, string step, string instead, string? end = null)
        {
            try
            {
                return await Step(context, step);
            }
            catch (TaskFailedException)
            {
                var done = await Step(context, instead);
                return end is null ? done : throw new InvalidOperationException(end);
            }
        }
    }

    [Fact]
    public async Task Events_that_came_after_the_failure_are_not_lost()
    {
        _steps.Fail("b");
        await using var engine = await StartAsync(async context =>
        {
            try
            {
                return $"{await Step(context, "b")}{await context.WaitForExternalEvent<string>("later")}";
            }
            catch (TaskFailedException)
            {
                await context.WaitForExternalEvent<string>("confirmed");
                throw;
            }
        });
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("It", new StartOrchestrationOptions("it"));
        await engine.Client.RaiseEventAsync("it", "later", "heard");
        await engine.Client.RaiseEventAsync("it", "confirmed", "yes");
        (await engine.EndOfAsync("it")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        (await RewindAsync(engine)).ShouldBe("b!heard");
    }

    [Fact]
    public async Task The_answer_of_a_call_cut_away_is_not_taken_for_that_of_a_new_one()
    {
        _steps.Fail("b");
        _steps.Hold("late");
        await using var engine = await StartAsync(async context =>
        {
            try
            {
                return $"{await Step(context, "b")}{await Step(context, "c")}";
            }
            catch (TaskFailedException)
            {
                _ = Step(context, "late");
                throw;
            }
        });
        await FailAsync(engine);
        _steps.Heal();
        _steps.Hold("c");
        await engine.Client.RewindInstanceAsync("it", "healed");
        _steps.LetGo("late");
        await engine.WaitAsync("it", "the late step", _ => _steps.Runs == "b2 late1");
        _steps.LetGo("c");
        (await engine.EndOfAsync("it")).ReadOutputAs<string>().ShouldBe("b!c!");
    }

    private static Task<string> Step(TaskOrchestrationContext context, string step, TaskOptions? options = null) =>
        context.CallActivityAsync<string>(Steps.Name, step, options);

    private Task<TestEngine> StartAsync(Func<TaskOrchestrationContext, Task<string>> it) => TestEngine.StartAsync(
        tasks => _steps.Register(tasks).AddOrchestratorFunc("It", it), time: new ManualTime(isHurried: true));

    private static async Task<OrchestrationMetadata> FailAsync(TestEngine engine)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("It", new StartOrchestrationOptions("it"));
        var failed = await engine.EndOfAsync("it");
        failed.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        return failed;
    }

    private async Task<string?> RewindAsync(TestEngine engine)
    {
        _steps.Heal();
        await engine.Client.RewindInstanceAsync("it", "healed");
        return (await engine.EndOfAsync("it")).ReadOutputAs<string>();
    }
}
