using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Orchestrations;

/// <summary>Instances leave memory while they wait, and come back.</summary>
public sealed class ForgettingTests
{
    private const int Lanes = 64;
    private const int Rounds = 12;

    [Fact]
    public async Task Instances_that_leave_memory_while_they_wait_miss_nothing()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks =>
            {
                tasks.AddOrchestratorFunc<int, int>("parent", async (context, number) =>
                {
                    var child = context.CallSubOrchestratorAsync<int>(
                        "child", number, new SubOrchestrationOptions { InstanceId = $"{context.InstanceId}-child" });
                    return await child + await context.WaitForExternalEvent<int>("more");
                });
                tasks.AddOrchestratorFunc<int, int>("child", async (context, number) =>
                    await context.CallActivityAsync<int>("double", number) + await context.WaitForExternalEvent<int>("more"));
                tasks.AddActivityFunc<int, int>("double", (_, number) => 2 * number);
            },
            options: options =>
            {
                options.LoadedInstances = 0;
                options.CheckpointBytes = 64 << 10;
            });

        var outputs = await Task.WhenAll(Enumerable.Range(0, Lanes).Select(lane => Task.Run(() => LaneAsync(engine, lane))));

        outputs.SelectMany(lane => lane).ShouldAllBe(sum => sum.Got == sum.Wanted);
    }

    private static async Task<List<(int Got, int Wanted)>> LaneAsync(TestEngine engine, int lane)
    {
        List<(int, int)> sums = [];
        for (var round = 0; round < Rounds; round++)
        {
            var number = (lane * Rounds) + round;
            var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("parent", number, new StartOrchestrationOptions($"p{number}"));
            var end = engine.EndOfAsync(id);
            await engine.StartOfAsync(id);
            await engine.Client.RaiseEventAsync(id, "more", 1);
            await engine.Client.RaiseEventAsync($"{id}-child", "more", 10);
            sums.Add(((await end).ReadOutputAs<int>(), (2 * number) + 11));
        }

        return sums;
    }
}
