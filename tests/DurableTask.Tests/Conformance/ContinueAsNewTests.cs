using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class ContinueAsNewTests
{
    [Fact]
    public async Task An_orchestration_starts_over_with_a_new_input()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Count", async (context, count) =>
        {
            count = await context.CallActivityAsync<int>("PlusOne", count);
            if (count < 20)
            {
                context.ContinueAsNew(count);
            }

            return count;
        }).AddActivityFunc<int, int>("PlusOne", (_, count) => count + 1));
        var end = await engine.RunAsync("Count", 0);
        end.ReadOutputAs<int>().ShouldBe(20);
        end.ReadInputAs<int>().ShouldBe(19);
    }

    [Theory]
    [InlineData(true, "1,2,3")]
    [InlineData(false, "1,4,5")]
    public async Task Events_nobody_has_waited_for_are_carried_over_or_not(bool preserve, string expected)
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc<List<int>, string>("Collect", async (context, heard) =>
        {
            heard.Add(await context.WaitForExternalEvent<int>("number"));
            if (heard.Count == 3)
            {
                return string.Join(",", heard);
            }

            if (heard.Count == 1)
            {
                await context.WaitForExternalEvent<object?>("go");
            }

            context.SetCustomStatus($"continued {heard.Count}");
            context.ContinueAsNew(heard, preserve);
            return "unused";
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Collect", new List<int>());
        foreach (var number in new[] { 1, 2, 3 })
        {
            await engine.Client.RaiseEventAsync(id, "number", number);
        }

        await engine.Client.RaiseEventAsync(id, "go");
        if (!preserve)
        {
            await engine.WaitAsync(id, "the second execution", metadata => metadata.ReadCustomStatusAs<string>() == "continued 1");
            await engine.Client.RaiseEventAsync(id, "number", 4);
            await engine.WaitAsync(id, "the third execution", metadata => metadata.ReadCustomStatusAs<string>() == "continued 2");
            await engine.Client.RaiseEventAsync(id, "number", 5);
        }

        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe(expected);
    }

    [Fact]
    public async Task No_event_is_lost_while_an_eternal_orchestration_starts_over_and_over()
    {
        const int count = 300;
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc<int, int>("Sum", async (context, sum) =>
        {
            var number = await context.WaitForExternalEvent<int>("number");
            if (number < 0)
            {
                return sum;
            }

            context.ContinueAsNew(sum + number);
            return 0;
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Sum", 0);
        await Task.WhenAll(Enumerable.Range(1, count).Select(i => engine.Client.RaiseEventAsync(id, "number", i)));
        await engine.WaitAsync(id, "all numbers", metadata => metadata.ReadInputAs<int>() == count * (count + 1) / 2);
        await engine.Client.RaiseEventAsync(id, "number", -1);
        (await engine.EndOfAsync(id)).ReadOutputAs<int>().ShouldBe(count * (count + 1) / 2);
    }

    [Fact]
    public async Task An_answer_to_the_former_execution_does_not_reach_the_next()
    {
        var second = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool, string>("Twice", async (context, isSecond) =>
            {
                var call = context.CallActivityAsync<string>("Answer", isSecond);
                if (isSecond)
                {
                    return await call;
                }

                context.ContinueAsNew(true);
                return "unused";
            })
            .AddActivityFunc<bool, string>("Answer", async (_, isSecond) =>
            {
                if (isSecond)
                {
                    await second.Task;
                    return "second";
                }

                return "first";
            }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Twice", false);
        await engine.WaitAsync(id, "the second execution", metadata => metadata.ReadInputAs<bool>());
        second.SetResult();
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("second");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Each_of_many_events_is_heard_by_one_execution(bool waitsBetween)
    {
        const int events = 10;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc<int, int>("Count", async (context, heard) =>
            {
                await context.WaitForExternalEvent<object?>("event");
                if (waitsBetween)
                {
                    await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                }

                if (++heard < events)
                {
                    context.ContinueAsNew(heard, preserveUnprocessedEvents: true);
                }

                return heard;
            }),
            time: new ManualTime(isHurried: true));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Count", 0);
        for (var i = 0; i < events; i++)
        {
            await engine.Client.RaiseEventAsync(id, "event");
        }

        (await engine.EndOfAsync(id)).ReadOutputAs<int>().ShouldBe(events);
    }

    [Fact]
    public async Task Identity_tags_parent_and_custom_status_stay()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>("Child", 0, new SubOrchestrationOptions(
                instanceId: "child")
            { Tags = new Dictionary<string, string> { ["region"] = "510000" } }))
            .AddOrchestratorFunc<int, string>("Child", (context, generation) =>
            {
                if (generation == 0)
                {
                    context.SetCustomStatus("from the first");
                    context.ContinueAsNew(1);
                }

                return $"{context.InstanceId} of {context.Parent!.Name}";
            }));
        (await engine.RunAsync("Parent")).ReadOutputAs<string>().ShouldBe("child of Parent");
        var child = await engine.EndOfAsync("child");
        child.Tags["region"].ShouldBe("510000");
        child.ReadCustomStatusAs<string>().ShouldBe("from the first");
    }
}
