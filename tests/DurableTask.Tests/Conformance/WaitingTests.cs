using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class WaitingTests
{
    [Fact]
    public async Task A_wait_can_be_cancelled_and_a_wait_for_nobody_is_refused()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait");
        (await engine.StartOfAsync(id)).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        using var cancellation = new CancellationTokenSource();
        var wait = engine.Client.WaitForInstanceCompletionAsync(id, cancellation.Token);
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => wait);
        await Should.ThrowAsync<InvalidOperationException>(() => engine.Client.WaitForInstanceCompletionAsync("nobody", default));
    }

    [Fact]
    public async Task Waiting_for_what_has_ended_ends_at_once()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        var end = await engine.RunAsync("Echo", "done");
        engine.Client.WaitForInstanceStartAsync(end.InstanceId).IsCompletedSuccessfully.ShouldBeTrue();
        engine.Client.WaitForInstanceCompletionAsync(end.InstanceId).IsCompletedSuccessfully.ShouldBeTrue();
    }

    [Fact]
    public async Task What_starts_later_is_waited_for()
    {
        var time = new ManualTime();
        await using var engine = await TestEngine.StartAsync(Tasks, time: time);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", new StartOrchestrationOptions("later", time.GetUtcNow().AddHours(1)));
        var start = engine.StartOfAsync(id);
        start.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromHours(1));
        (await start).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input);
}
