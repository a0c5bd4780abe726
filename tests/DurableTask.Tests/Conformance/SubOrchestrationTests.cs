using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;


[Trait("Category", "Conformance")]
public sealed class SubOrchestrationTests
{
    [Fact]
    public async Task A_child_runs_under_the_given_id_and_knows_its_parent()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>(
                "Child", "in", new SubOrchestrationOptions(instanceId: "the-child")))
            .AddOrchestratorFunc<string, string>("Child", (context, input) =>
                $"{input} {context.InstanceId} of {context.Parent!.Name} {context.Parent.InstanceId}"));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("the-parent"));
        (await engine.EndOfAsync("the-parent")).ReadOutputAs<string>().ShouldBe("in the-child of Parent the-parent");
        (await engine.EndOfAsync("the-child")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task A_childs_failure_reaches_the_parent_with_all_beneath()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Child"))
            .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Fail"))
            .AddActivityFunc("Fail", (Action<TaskActivityContext>)(_ => throw new TimeoutException("deep"))));
        var failure = (await engine.RunAsync("Parent")).FailureDetails!;
        failure.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        failure.InnerFailure!.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        failure.InnerFailure.InnerFailure!.ErrorMessage.ShouldBe("deep");
    }

    [Fact]
    public async Task An_id_in_use_fails_the_call_and_leaves_the_other_alone()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync(
                "Child", new SubOrchestrationOptions(instanceId: "taken")))
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<string>("end")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Child", new StartOrchestrationOptions("taken"));
        (await engine.RunAsync("Parent")).FailureDetails!.InnerFailure!.ErrorMessage.ShouldContain("taken");
        await engine.Client.RaiseEventAsync("taken", "end", "well");
        (await engine.EndOfAsync("taken")).ReadOutputAs<string>().ShouldBe("well");
    }

    [Fact]
    public async Task Many_children_run_side_by_side()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context => (await Task.WhenAll(
                Enumerable.Range(1, 100).Select(i => context.CallSubOrchestratorAsync<int>("Square", i)))).Sum())
            .AddOrchestratorFunc<int, int>("Square", (context, i) => context.CallActivityAsync<int>("Times", new[] { i, i }))
            .AddActivityFunc<int[], int>("Times", (_, factors) => factors[0] * factors[1]));
        (await engine.RunAsync("Parent")).ReadOutputAs<int>().ShouldBe(338_350);
    }

    [Fact]
    public async Task A_terminated_child_fails_the_call()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "child")))
            .AddOrchestratorFunc("Child", context => context.WaitForExternalEvent<string>("never")));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent"));
        await engine.WaitAsync("parent", "the child", _ => engine.Client.GetInstanceAsync("child").Result is not null);
        await engine.Client.TerminateInstanceAsync("child", "withdrawn");
        (await engine.EndOfAsync("parent")).FailureDetails!.InnerFailure!.ErrorMessage.ShouldContain("withdrawn");
    }
}
