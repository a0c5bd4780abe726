using CrossRegion.DurableTask.Tests.Fixtures;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class CustomStatusTests
{
    [Fact]
    public async Task A_client_sees_the_latest_custom_status_while_it_runs_and_after_it()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Tell", async context =>
        {
            context.SetCustomStatus("begun");
            context.SetCustomStatus(await context.WaitForExternalEvent<(string, int)>("status"));
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Tell");
        (await engine.StartOfAsync(id)).ReadCustomStatusAs<string>().ShouldBe("begun");
        await engine.Client.RaiseEventAsync(id, "status", ("step", 42));
        (await engine.EndOfAsync(id)).ReadCustomStatusAs<(string, int)>().ShouldBe(("step", 42));
    }

    [Fact]
    public async Task It_can_be_taken_back()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Tell", async context =>
        {
            context.SetCustomStatus("begun");
            await context.WaitForExternalEvent<object?>("go");
            context.SetCustomStatus(null);
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Tell");
        await engine.StartOfAsync(id);
        await engine.Client.RaiseEventAsync(id, "go");
        (await engine.EndOfAsync(id)).SerializedCustomStatus.ShouldBeNull();
    }
}
