using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Rewinding;

/// <summary>A rewound orchestration and its sub-orchestrations.</summary>
[Trait("Category", "Conformance")]
public sealed class RewoundChildrenTests
{
    private readonly Steps _steps = new();

    [Fact]
    public async Task Failed_children_of_failed_children_go_on_from_their_failures()
    {
        _steps.Fail("r1", "r2", "s1");
        await using var engine = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Root", async context => string.Concat(await Task.WhenAll(
                Child(context, "Middle", "r"), Child(context, "Middle", "s"), Child(context, "Middle", "t"))))
            .AddOrchestratorFunc<string, string>("Middle", async (context, name) =>
                await Step(context, $"{name}0") + await Child(context, "Leaf", name))
            .AddOrchestratorFunc<string, string>("Leaf", async (context, name) =>
                string.Concat(await Task.WhenAll(Enumerable.Range(1, 3).Select(i => Step(context, $"{name}{i}"))))));
        await FailAsync(engine);
        (await RewindAsync(engine)).ShouldBe("r0!r1!r2!r3!s0!s1!s2!s3!t0!t1!t2!t3!");
        _steps.Runs.ShouldBe("r01 r12 r22 r31 s01 s12 s21 s31 t01 t11 t21 t31");
        var left = engine.Client.GetAllInstancesAsync(new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running]));
        (await left.CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_retried_child_goes_on_from_its_last_failure()
    {
        _steps.Fail("c2");
        var retry = TaskOptions.FromRetryPolicy(new RetryPolicy(maxNumberOfAttempts: 2, TimeSpan.FromMinutes(1)));
        await using var engine = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Root", context => context.CallSubOrchestratorAsync<string>("Leaf", "c", retry))
            .AddOrchestratorFunc<string, string>("Leaf", async (context, name) => await Step(context, $"{name}1") + await Step(context, $"{name}2")));
        await FailAsync(engine);
        _steps.Runs.ShouldBe("c12 c22");
        (await RewindAsync(engine)).ShouldBe("c1!c2!");
        _steps.Runs.ShouldBe("c12 c23");
    }

    [Fact]
    public async Task The_result_of_a_child_that_ended_after_its_parent_had_failed_is_kept()
    {
        _steps.Fail("a1");
        await using var engine = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Root", async context =>
            {
                var late = Child(context, "Late", "b");
                return await Child(context, "Leaf", "a") + await late;
            })
            .AddOrchestratorFunc<string, string>("Late", async (context, name) =>
                await context.WaitForExternalEvent<string>("go") + await Step(context, $"{name}1"))
            .AddOrchestratorFunc<string, string>("Leaf", (context, name) => Step(context, $"{name}1")));
        await FailAsync(engine);
        await engine.Client.RaiseEventAsync("root-b", "go", "gone ");
        await engine.EndOfAsync("root-b");
        (await RewindAsync(engine)).ShouldBe("a1!gone b1!");
        _steps.Runs.ShouldBe("a12 b11");
    }

    [Fact]
    public async Task A_child_that_still_runs_answers_its_rewound_parent()
    {
        _steps.Fail("a1");
        await using var engine = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Root", async context =>
            {
                var late = Child(context, "Late", "b");
                return await Child(context, "Leaf", "a") + await late;
            })
            .AddOrchestratorFunc<string, string>("Late", async (context, name) => await context.WaitForExternalEvent<string>("go"))
            .AddOrchestratorFunc<string, string>("Leaf", (context, name) => Step(context, $"{name}1")));
        await FailAsync(engine);
        _steps.Heal();
        await engine.Client.RewindInstanceAsync("root", "healed");
        await engine.WaitAsync("root-a", "the healed child", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Completed);
        await engine.Client.RaiseEventAsync("root-b", "go", " gone");
        (await engine.EndOfAsync("root")).ReadOutputAs<string>().ShouldBe("a1! gone");
    }

    [Fact]
    public async Task A_terminated_and_a_purged_child_are_started_again()
    {
        _steps.Fail("p1");
        await using var engine = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Root", async context => string.Concat(await Task.WhenAll(Child(context, "Leaf", "p"), Child(context, "Wait", "t"))))
            .AddOrchestratorFunc<string, string>("Wait", async (context, name) => await context.WaitForExternalEvent<string>("go"))
            .AddOrchestratorFunc<string, string>("Leaf", (context, name) => Step(context, $"{name}1")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Root", new StartOrchestrationOptions("root"));
        await engine.WaitAsync("root-t", "the waiting child", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        await engine.Client.TerminateInstanceAsync("root-t");
        (await engine.EndOfAsync("root")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        await engine.Client.PurgeInstanceAsync("root-p");
        _steps.Heal();
        await engine.Client.RewindInstanceAsync("root", "healed");
        await engine.WaitAsync("root-t", "the child again", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        await engine.Client.RaiseEventAsync("root-t", "go", " gone");
        (await engine.EndOfAsync("root")).ReadOutputAs<string>().ShouldBe("p1! gone");
    }

    [Fact]
    public async Task A_child_that_was_rewound_by_itself_answers_when_its_parent_is_rewound()
    {
        _steps.Fail("a1");
        await using var engine = await StartAsync(tasks => tasks
            .AddOrchestratorFunc("Root", context => Child(context, "Leaf", "a"))
            .AddOrchestratorFunc<string, string>("Leaf", (context, name) => Step(context, $"{name}1")));
        await FailAsync(engine);
        _steps.Heal();
        await engine.Client.RewindInstanceAsync("root-a", "healed");
        (await engine.EndOfAsync("root-a")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        (await engine.Client.GetInstanceAsync("root"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        (await RewindAsync(engine)).ShouldBe("a1!");
        _steps.Runs.ShouldBe("a12");
    }

    private static Task<string> Step(TaskOrchestrationContext context, string step) => context.CallActivityAsync<string>(Steps.Name, step);

    private static Task<string> Child(TaskOrchestrationContext context, string orchestrator, string name) =>
        context.CallSubOrchestratorAsync<string>(orchestrator, name, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{name}"));

    private Task<TestEngine> StartAsync(Action<DurableTaskRegistry> tasks) =>
        TestEngine.StartAsync(registry => tasks(_steps.Register(registry)), time: new ManualTime(isHurried: true));

    private static async Task FailAsync(TestEngine engine)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Root", new StartOrchestrationOptions("root"));
        (await engine.EndOfAsync("root")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
    }

    private async Task<string?> RewindAsync(TestEngine engine)
    {
        _steps.Heal();
        await engine.Client.RewindInstanceAsync("root", "healed");
        return (await engine.EndOfAsync("root")).ReadOutputAs<string>();
    }
}
