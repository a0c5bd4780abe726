using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class QueryTests
{
    [Fact]
    public async Task Pages_hold_every_instance_once()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var ids = await StartAsync(engine, "Echo", 25);
        var pages = await engine.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10)).AsPages().ToListAsync();
        pages.Select(page => page.Values.Count).ShouldBe([10, 10, 5]);
        pages.SelectMany(page => page.Values).Select(metadata => metadata.InstanceId).Order().ShouldBe(ids.Order());
        var rest = engine.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10, ContinuationToken: pages[0].ContinuationToken));
        (await rest.CountAsync()).ShouldBe(15);
    }

    [Fact]
    public async Task A_query_tells_by_status_prefix_and_time_of_creation()
    {
        var time = new ManualTime();
        await using var engine = await TestEngine.StartAsync(Tasks, time: time);
        var done = await StartAsync(engine, "Echo", 3, prefix: "done-");
        var between = time.GetUtcNow().AddMinutes(30);
        time.Advance(TimeSpan.FromHours(1));
        var waiting = await StartAsync(engine, "Wait", 2, prefix: "wait_%-");
        (await IdsAsync(engine, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Completed]))).ShouldBe(done.Order());
        (await IdsAsync(engine, new OrchestrationQuery(Statuses: [OrchestrationRuntimeStatus.Running]))).ShouldBe(waiting.Order());
        (await IdsAsync(engine, new OrchestrationQuery(InstanceIdPrefix: "wait_%"))).ShouldBe(waiting.Order());
        (await IdsAsync(engine, new OrchestrationQuery(CreatedTo: between))).ShouldBe(done.Order());
        (await IdsAsync(engine, new OrchestrationQuery(CreatedFrom: between))).ShouldBe(waiting.Order());
        (await engine.Client.ListInstanceIdsAsync(completedTimeTo: between)).Values.Order().ShouldBe(done.Order());
    }

    [Fact]
    public async Task Payloads_come_only_when_asked_for()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var end = await engine.RunAsync("Echo", "payload");
        var without = await engine.Client.GetAllInstancesAsync().SingleAsync();
        without.SerializedInput.ShouldBeNull();
        Should.Throw<InvalidOperationException>(() => without.ReadOutputAs<string>());
        var with = await engine.Client.GetAllInstancesAsync(new OrchestrationQuery(FetchInputsAndOutputs: true)).SingleAsync();
        with.ReadInputAs<string>().ShouldBe("payload");
        with.ReadOutputAs<string>().ShouldBe("payload");
        with.InstanceId.ShouldBe(end.InstanceId);
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
