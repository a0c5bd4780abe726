using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class StartAtTests
{
    [Fact]
    public async Task A_start_at_a_time_stays_pending_until_then_even_across_a_restart()
    {
        using var directory = new TestDirectory();
        var time = new ManualTime();
        Action<DurableTaskRegistry> tasks = registry => registry.AddOrchestratorFunc("Later", context => context.CurrentUtcDateTime);
        var at = time.GetUtcNow().AddHours(2);
        await using (var engine = await TestEngine.StartAsync(tasks, directory, time))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Later", new StartOrchestrationOptions("later", at));
        }

        var isSet = time.TimerSet;
        await using var second = await TestEngine.StartAsync(tasks, directory, time);
        await isSet;
        (await second.Client.GetInstanceAsync("later"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        time.Advance(TimeSpan.FromHours(2));
        (await second.EndOfAsync("later")).ReadOutputAs<DateTime>().ShouldBe(at.UtcDateTime);
    }
}
