using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class SuspendAndResumeTests
{
    [Fact]
    public async Task A_suspended_instance_keeps_its_events_until_it_is_resumed_even_across_a_restart()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("wait"));
            await engine.StartOfAsync("wait");
            await engine.Client.SuspendInstanceAsync("wait", "holiday");
            await engine.WaitAsync("wait", "the suspension", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
            await engine.Client.RaiseEventAsync("wait", "go", "kept");
        }

        await using var second = await TestEngine.StartAsync(Tasks, directory);
        (await second.Client.GetInstanceAsync("wait"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Suspended);
        await second.Client.ResumeInstanceAsync("wait");
        (await second.EndOfAsync("wait")).ReadOutputAs<string>().ShouldBe("kept");
    }

    [Fact]
    public async Task A_suspended_instance_can_be_terminated()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.Client.SuspendInstanceAsync(id);
        await engine.Client.TerminateInstanceAsync(id);
        (await engine.EndOfAsync(id)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Terminated);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child")));
}
