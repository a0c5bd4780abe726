using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class TerminateTests
{
    [Fact]
    public async Task A_terminated_instance_ends_with_the_given_output_and_hears_nothing_more()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.StartOfAsync(id);
        await engine.Client.TerminateInstanceAsync(id, new { Reason = "withdrawn" });
        var end = await engine.EndOfAsync(id);
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        end.SerializedOutput.ShouldBe("""{"Reason":"withdrawn"}""");
        await engine.Client.RaiseEventAsync(id, "go");
        (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Termination_takes_the_children_along_if_asked_to(bool recursive)
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent"));
        await engine.WaitAsync("parent", "the child", _ => engine.Client.GetInstanceAsync("child").Result is not null);
        await engine.Client.TerminateInstanceAsync("parent", new TerminateInstanceOptions("over", recursive));
        await engine.EndOfAsync("parent");
        if (!recursive)
        {
            (await engine.Client.GetInstanceAsync("child"))!.IsCompleted.ShouldBeFalse();
            await engine.Client.RaiseEventAsync("child", "go", "well");
        }

        (await engine.EndOfAsync("child")).RuntimeStatus.ShouldBe(
            recursive ? OrchestrationRuntimeStatus.Terminated : OrchestrationRuntimeStatus.Completed);
    }

    [Fact]
    public async Task What_is_terminated_before_its_time_ends_without_having_run()
    {
        var time = new ManualTime();
        await using var engine = await TestEngine.StartAsync(Tasks, time: time);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("later", time.GetUtcNow().AddDays(1)));
        await engine.Client.TerminateInstanceAsync(id, "withdrawn");
        var end = await engine.EndOfAsync(id);
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
        end.ReadOutputAs<string>().ShouldBe("withdrawn");
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child")));
}
