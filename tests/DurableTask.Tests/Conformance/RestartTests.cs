using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class RestartTests
{
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

    [Fact]
    public async Task A_running_instance_is_started_again_under_another_id_only()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        await engine.StartOfAsync(id);
        await Should.ThrowAsync<InvalidOperationException>(() => engine.Client.RestartAsync(id));
        var other = await engine.Client.RestartAsync(id, restartWithNewInstanceId: true);
        await engine.Client.RaiseEventAsync(other, "go", "on");
        (await engine.EndOfAsync(other)).ReadOutputAs<string>().ShouldBe("on");
        (await engine.Client.GetInstanceAsync(id))!.IsRunning.ShouldBeTrue();
    }

    [Fact]
    public async Task A_restart_keeps_version_and_tags_and_not_the_time_of_the_start()
    {
        var time = new ManualTime(isHurried: true);
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Version", context => context.Version), time: time);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Version", new StartOrchestrationOptions("one", time.GetUtcNow().AddHours(1))
        {
            Version = "2.0",
            Tags = new Dictionary<string, string> { ["region"] = "510000" },
        });
        await engine.EndOfAsync("one");
        var ended = time.GetUtcNow();
        await engine.Client.RestartAsync("one");
        var end = await engine.EndOfAsync("one");
        end.ReadOutputAs<string>().ShouldBe("2.0");
        end.Tags["region"].ShouldBe("510000");
        end.LastUpdatedAt.ShouldBe(ended);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input)
        .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Wait", new SubOrchestrationOptions(instanceId: "child")));
}
