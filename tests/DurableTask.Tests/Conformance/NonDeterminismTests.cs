using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class NonDeterminismTests
{
    [Theory]
    [InlineData("Other", "activity 'Other'")]
    [InlineData("", "does not do")]
    public async Task Changed_code_is_found_out_and_named(string replacement, string difference)
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks("First"), directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Changing", new StartOrchestrationOptions("changing"));
            await engine.WaitAsync("changing", "the first step", metadata => metadata.SerializedCustomStatus is not null);
        }

        await using var second = await TestEngine.StartAsync(Tasks(replacement), directory);
        await second.Client.RaiseEventAsync("changing", "go");
        var failure = (await second.EndOfAsync("changing")).FailureDetails!;
        failure.ErrorType.ShouldBe("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException");
        failure.ErrorMessage.ShouldContain("activity 'First' (#0)");
        failure.ErrorMessage.ShouldContain(difference);

        static Action<DurableTaskRegistry> Tasks(string activity) => registry => registry
            .AddOrchestratorFunc("Changing", async context =>
            {
                if (activity.Length > 0)
                {
                    await context.CallActivityAsync(activity);
                    context.SetCustomStatus("done");
                }

                await context.WaitForExternalEvent<object?>("go");
            })
            .AddActivityFunc("First", _ => { })
            .AddActivityFunc("Other", _ => { });
    }

    [Fact]
    public async Task Awaiting_what_is_not_durable_fails_the_orchestration()
    {
        var foreign = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Stray", async context =>
        {
            await foreign.Task;
            await context.CallActivityAsync("Any");
        }));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Stray");
        await engine.StartOfAsync(id);
        foreign.SetResult();
        var failure = (await engine.EndOfAsync(id)).FailureDetails!;
        failure.IsCausedBy<InvalidOperationException>().ShouldBeTrue();
        failure.ErrorMessage.ShouldContain("durable");
    }
}
