using CrossRegion.DurableTask.Tests.Fixtures;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class DuplicateStartTests
{
    [Fact]
    public async Task Of_many_starts_of_one_id_one_is_taken()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var starts = await Task.WhenAll(Enumerable.Range(0, 200).Select(async i =>
        {
            try
            {
                await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("one"));
                return 1;
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return 0;
            }
        }));
        starts.Sum().ShouldBe(1);
    }

    [Fact]
    public async Task A_finished_instance_is_replaced_unless_its_status_refuses()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var options = new StartOrchestrationOptions("one");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "first", options);
        await engine.EndOfAsync("one");
        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", "second", options.WithDedupeStatuses(OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended)));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "third", options);
        (await engine.EndOfAsync("one")).ReadOutputAs<string>().ShouldBe("third");
    }

    [Fact]
    public async Task A_running_instance_whose_status_does_not_refuse_is_terminated_and_replaced()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var options = new StartOrchestrationOptions("one");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", options);
        await engine.StartOfAsync("one");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "new", options.WithDedupeStatuses());
        (await engine.EndOfAsync("one")).ReadOutputAs<string>().ShouldBe("new");
    }

    [Fact]
    public async Task Statuses_that_contradict_each_other_are_refused()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        await Should.ThrowAsync<ArgumentException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated)));
        await Should.ThrowAsync<ArgumentException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", new StartOrchestrationOptions("one") { DedupeStatuses = ["Sleeping"] }));
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input);
}
