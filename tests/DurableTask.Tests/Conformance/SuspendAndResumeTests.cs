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

    [Theory]
    [InlineData("for the holiday")]
    [InlineData(null)]
    public async Task Suspended_and_resumed_an_instance_goes_on_with_or_without_a_reason(string? reason)
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.StartOfAsync(id);
        await engine.Client.SuspendInstanceAsync(id, reason);
        await engine.WaitAsync(id, "the suspension", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Suspended);
        await engine.Client.ResumeInstanceAsync(id, reason);
        await engine.WaitAsync(id, "the resumption", metadata => metadata.RuntimeStatus == OrchestrationRuntimeStatus.Running);
        await engine.Client.RaiseEventAsync(id, "go", "on");
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("on");
    }

    [Fact]
    public async Task Neither_does_anything_to_what_has_ended_nor_a_resumption_to_what_runs()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.StartOfAsync(id);
        await engine.Client.ResumeInstanceAsync(id, "not suspended");
        (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        await engine.Client.RaiseEventAsync(id, "go", "on");
        await engine.EndOfAsync(id);
        await engine.Client.SuspendInstanceAsync(id, "too late");
        await engine.Client.ResumeInstanceAsync(id);
        (await engine.Client.GetInstanceAsync(id))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child")));
}
