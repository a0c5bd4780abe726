using CrossRegion.DurableTask.Tests.Fixtures;

namespace CrossRegion.DurableTask.Tests.Orchestrations;

public sealed class ForgottenInstanceTests
{
    [Fact]
    public async Task An_instance_that_was_put_out_of_memory_goes_on_when_its_event_comes()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc<int, string>("Wait", async (context, i) =>
                {
                    var name = await context.CallActivityAsync<string>("Name", i);
                    return $"{name} {await context.WaitForExternalEvent<string>("go")}";
                })
                .AddActivityFunc<int, string>("Name", (_, i) => $"n{i}"),
            options: options => options.LoadedInstances = 1);
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", i)));
        foreach (var id in ids)
        {
            await engine.StartOfAsync(id);
        }

        await engine.Client.ListInstanceIdsAsync();
        foreach (var id in ids)
        {
            await engine.Client.RaiseEventAsync(id, "go", "gone");
            await engine.Client.ListInstanceIdsAsync();
        }

        for (var i = 0; i < ids.Length; i++)
        {
            (await engine.EndOfAsync(ids[i])).ReadOutputAs<string>().ShouldBe($"n{i} gone");
        }
    }
}
