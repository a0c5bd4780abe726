using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class PurgeTests
{
    [Fact]
    public async Task Purging_removes_what_has_ended_for_good_and_nothing_else()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory))
        {
            await StartAsync(engine, "Echo", 3, "done-");
            await StartAsync(engine, "Wait", 1, "wait-");
            (await engine.Client.PurgeInstanceAsync("wait-0")).PurgedInstanceCount.ShouldBe(0);
            (await engine.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount.ShouldBe(0);
            (await engine.Client.PurgeInstanceAsync("done-0")).PurgedInstanceCount.ShouldBe(1);
            (await engine.Client.GetInstanceAsync("done-0")).ShouldBeNull();
            var rest = await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Completed]));
            rest.PurgedInstanceCount.ShouldBe(2);
            rest.IsComplete.ShouldBe(true);
        }

        await using var second = await TestEngine.StartAsync(Tasks, directory);
        (await IdsAsync(second, new OrchestrationQuery())).ShouldBe(["wait-0"]);
        await second.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "again", new StartOrchestrationOptions("done-0"));
        (await second.EndOfAsync("done-0")).ReadOutputAs<string>().ShouldBe("again");
    }

    [Fact]
    public async Task Purging_takes_the_children_along_if_asked_to()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var parent = await engine.RunAsync("Parent");
        (await engine.Client.PurgeInstanceAsync(parent.InstanceId, new PurgeInstanceOptions(Recursive: true))).PurgedInstanceCount.ShouldBe(2);
        (await engine.Client.GetAllInstancesAsync().CountAsync()).ShouldBe(0);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>("Echo", "x"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input);

    private static async Task<string[]> StartAsync(TestEngine engine, string name, int count, string prefix = "")
    {
        var ids = Enumerable.Range(0, count).Select(i => $"{prefix}{i}").ToArray();
        foreach (var id in ids)
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, id, new StartOrchestrationOptions(id));
            await (name == "Echo" ? engine.EndOfAsync(id) : engine.StartOfAsync(id));
        }

        return ids;
    }

    private static async Task<string[]> IdsAsync(TestEngine engine, OrchestrationQuery query) =>
        [.. (await engine.Client.GetAllInstancesAsync(query).ToListAsync()).Select(metadata => metadata.InstanceId).Order()];
}
