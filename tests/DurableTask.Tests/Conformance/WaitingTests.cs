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

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"))
        .AddOrchestratorFunc<string, string>("Echo", (_, input) => input);
}
