using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class DeterministicValueTests
{
    [Fact]
    public async Task Identifiers_and_times_are_unlike_each_other_and_the_same_in_replay()
    {
        using var directory = new TestDirectory();
        var time = new ManualTime();
        Action<DurableTaskRegistry> tasks = registry => registry
            .AddOrchestratorFunc("Values", async context =>
            {
                var before = (First: context.NewGuid(), Second: context.NewGuid(), Now: context.CurrentUtcDateTime);
                var kept = await context.CallActivityAsync<(Guid, Guid, DateTime)>("Echo", before);
                context.SetCustomStatus("kept");
                await context.WaitForExternalEvent<object?>("go");
                return (Same: before == kept, Guids: new[] { before.First, before.Second, context.NewGuid() }, Times: new[] { before.Now, context.CurrentUtcDateTime });
            })
            .AddActivityFunc<(Guid, Guid, DateTime), (Guid, Guid, DateTime)>("Echo", (_, values) => values);
        var begun = time.GetUtcNow().UtcDateTime;
        await using (var engine = await TestEngine.StartAsync(tasks, directory, time))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Values", new StartOrchestrationOptions("values"));
            await engine.WaitAsync("values", "the activity", metadata => metadata.SerializedCustomStatus is not null);
        }

        time.Advance(TimeSpan.FromHours(1));
        await using var second = await TestEngine.StartAsync(tasks, directory, time);
        await second.Client.RaiseEventAsync("values", "go");
        var (same, guids, times) = (await second.EndOfAsync("values")).ReadOutputAs<(bool, Guid[], DateTime[])>();
        same.ShouldBeTrue();
        guids.Distinct().Count().ShouldBe(3);
        guids.ShouldAllBe(guid => guid.Version == 5);
        times.ShouldBe([begun, begun.AddHours(1)]);
    }

    [Fact]
    public async Task What_runs_for_the_first_time_does_not_run_in_replay()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Steps", async context =>
        {
            var isReplaying = new List<bool> { context.IsReplaying };
            await context.CreateTimer(TimeSpan.Zero, CancellationToken.None);
            isReplaying.Add(context.IsReplaying);
            return isReplaying;
        }));
        (await engine.RunAsync("Steps")).ReadOutputAs<bool[]>().ShouldBe([false, false]);
    }
}
