using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class ReplayTests
{
    [Fact]
    public async Task After_a_restart_the_orchestrator_is_where_it_was_and_nothing_runs_twice()
    {
        using var directory = new TestDirectory();
        var runs = 0;
        Action<DurableTaskRegistry> tasks = registry => registry
            .AddOrchestratorFunc("Long", async context =>
            {
                List<string> seen = [context.NewGuid().ToString(), context.CurrentUtcDateTime.ToString("o")];
                for (var i = 0; i < 3; i++)
                {
                    seen.Add(await context.CallActivityAsync<string>("Step", i));
                }

                context.SetCustomStatus(seen);
                var decision = await context.WaitForExternalEvent<string>("decision");
                seen.Add(context.NewGuid().ToString());
                return (Seen: seen, Decision: decision, IsReplaying: context.IsReplaying);
            })
            .AddActivityFunc<int, string>("Step", (_, i) => $"step {i}, run {Interlocked.Increment(ref runs)}");
        string[] before;
        await using (var engine = await TestEngine.StartAsync(tasks, directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Long", new StartOrchestrationOptions("long"));
            before = (await engine.WaitAsync("long", "the steps", metadata => metadata.SerializedCustomStatus is not null)).ReadCustomStatusAs<string[]>()!;
        }

        await using var second = await TestEngine.StartAsync(tasks, directory);
        (await second.Client.GetInstanceAsync("long", true))!.ReadCustomStatusAs<string[]>().ShouldBe(before);
        await second.Client.RaiseEventAsync("long", "decision", "yes");
        var (seen, decision, isReplaying) = (await second.EndOfAsync("long")).ReadOutputAs<(List<string>, string, bool)>();
        seen.Take(5).ShouldBe(before);
        seen.Distinct().Count().ShouldBe(6);
        decision.ShouldBe("yes");
        isReplaying.ShouldBeFalse();
        runs.ShouldBe(3);
    }
}
