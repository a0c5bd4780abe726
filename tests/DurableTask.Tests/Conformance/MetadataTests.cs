using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class MetadataTests
{
    [Theory]
    [InlineData(false, OrchestrationRuntimeStatus.Completed)]
    [InlineData(true, OrchestrationRuntimeStatus.Failed)]
    public async Task An_instance_is_shown_without_payloads_and_failure_unless_they_are_asked_for(bool fails, OrchestrationRuntimeStatus status)
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc<bool, string>("Wait", async (context, throws) =>
        {
            await context.WaitForExternalEvent<object?>("go");
            return throws ? throw new InvalidOperationException("no") : "yes";
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", fails);
        var running = await engine.Client.WaitForInstanceStartAsync(id);
        (running.Name, running.InstanceId, running.RuntimeStatus, running.IsRunning, running.IsCompleted)
            .ShouldBe(("Wait", id, OrchestrationRuntimeStatus.Running, true, false));
        running.SerializedInput.ShouldBeNull();
        await engine.Client.RaiseEventAsync(id, "go");
        await engine.EndOfAsync(id);

        var bare = (await engine.Client.GetInstanceAsync(id))!;
        (bare.RuntimeStatus, bare.IsRunning, bare.IsCompleted).ShouldBe((status, false, true));
        bare.SerializedInput.ShouldBeNull();
        bare.SerializedOutput.ShouldBeNull();
        bare.FailureDetails.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => bare.ReadInputAs<bool>());

        var whole = (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!;
        whole.ReadInputAs<bool>().ShouldBe(fails);
        whole.ReadOutputAs<string>().ShouldBe(fails ? null : "yes");
        (whole.FailureDetails is null).ShouldBe(!fails);
        whole.CreatedAt.ShouldBeLessThanOrEqualTo(whole.LastUpdatedAt);
    }

    [Fact]
    public async Task Nobody_is_null()
    {
        await using var engine = await TestEngine.StartAsync(_ => { });
        (await engine.Client.GetInstanceAsync("nobody")).ShouldBeNull();
    }
}
