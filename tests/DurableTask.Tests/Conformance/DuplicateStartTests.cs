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

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    [InlineData(OrchestrationRuntimeStatus.Running)]
    [InlineData(OrchestrationRuntimeStatus.Suspended)]
    [InlineData(OrchestrationRuntimeStatus.Pending)]
    public async Task Every_status_refuses_if_it_is_among_the_refusing_ones_and_is_replaced_if_not(OrchestrationRuntimeStatus status)
    {
        await using var engine = await TestEngine.StartAsync(Tasks, time: new ManualTime());
        await BringToAsync(engine, "one", status);
        var options = new StartOrchestrationOptions("one");
        await Should.ThrowAsync<OrchestrationAlreadyExistsException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echo", "refused", options with { DedupeStatuses = [.. StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Select(s => s.ToString().ToLowerInvariant())] }));
        var others = StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Where(
            other => other != status && (status is not (OrchestrationRuntimeStatus.Running or OrchestrationRuntimeStatus.Suspended or OrchestrationRuntimeStatus.Pending) || other != OrchestrationRuntimeStatus.Terminated));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "taken", options.WithDedupeStatuses([.. others]));
        (await engine.EndOfAsync("one")).ReadOutputAs<string>().ShouldBe("taken");
    }

    private static async Task BringToAsync(TestEngine engine, string id, OrchestrationRuntimeStatus status)
    {
        var (name, startAt) = status switch
        {
            OrchestrationRuntimeStatus.Completed => ("Echo", (DateTimeOffset?)null),
            OrchestrationRuntimeStatus.Failed => ("Fail", null),
            OrchestrationRuntimeStatus.Pending => ("Wait", DateTimeOffset.MaxValue),
            _ => ("Wait", null),
        };
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, "first", new StartOrchestrationOptions(id, startAt));
        if (status is OrchestrationRuntimeStatus.Terminated or OrchestrationRuntimeStatus.Suspended)
        {
            await engine.StartOfAsync(id);
            await (status == OrchestrationRuntimeStatus.Terminated ? engine.Client.TerminateInstanceAsync(id) : engine.Client.SuspendInstanceAsync(id));
        }

        await engine.WaitAsync(id, $"the status {status}", metadata => metadata.RuntimeStatus == status);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc("Fail", (Func<TaskOrchestrationContext, Task>)(_ => throw new InvalidOperationException("no")))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input);
}
