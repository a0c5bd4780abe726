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
}
