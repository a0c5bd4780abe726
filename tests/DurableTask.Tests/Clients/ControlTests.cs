using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Clients;

public sealed class ControlTests
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

    [Fact]
    public async Task An_ended_instance_is_started_again_with_its_input()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var first = await engine.RunAsync("Echo", "input");
        (await engine.Client.RestartAsync(first.InstanceId)).ShouldBe(first.InstanceId);
        (await engine.EndOfAsync(first.InstanceId)).ReadOutputAs<string>().ShouldBe("input");
        var other = await engine.Client.RestartAsync(first.InstanceId, restartWithNewInstanceId: true);
        other.ShouldNotBe(first.InstanceId);
        (await engine.EndOfAsync(other)).ReadOutputAs<string>().ShouldBe("input");
        (await Should.ThrowAsync<ArgumentException>(() => engine.Client.RestartAsync("nobody"))).Message.ShouldContain("nobody was not found");
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child")));
}
