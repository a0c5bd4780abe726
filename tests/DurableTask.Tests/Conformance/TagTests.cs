using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class TagTests
{
    [Fact]
    public async Task Tags_and_version_go_with_the_instance()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Version", context => $"{context.Version} {context.CompareVersionTo("1.10")}"));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Version", new StartOrchestrationOptions("v")
        {
            Version = "1.9",
            Tags = new Dictionary<string, string> { ["region"] = "510000" },
        });
        var end = await engine.EndOfAsync("v");
        end.ReadOutputAs<string>().ShouldBe("1.9 -1");
        end.Tags["region"].ShouldBe("510000");
    }

    [Fact]
    public async Task A_sub_orchestration_has_the_tags_of_its_call_and_not_its_parents()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "tagged") { Tags = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" } });
                await context.CallSubOrchestratorAsync("Child", new SubOrchestrationOptions(instanceId: "bare"));
                await context.CallActivityAsync("Do", new TaskOptions(tags: new Dictionary<string, string> { ["c"] = "3" }));
            })
            .AddOrchestratorFunc("Child", _ => Task.CompletedTask)
            .AddActivityFunc("Do", _ => { }));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent") { Tags = new Dictionary<string, string> { ["p"] = "0" } });
        (await engine.EndOfAsync("parent")).Tags.Keys.ShouldBe(["p"]);
        (await engine.Client.GetInstanceAsync("tagged"))!.Tags.OrderBy(tag => tag.Key).ShouldBe([new("a", "1"), new("b", "2")]);
        (await engine.Client.GetInstanceAsync("bare"))!.Tags.ShouldBeEmpty();
    }
}
