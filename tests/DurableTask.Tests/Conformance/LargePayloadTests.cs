using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;

namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>Payloads of megabytes, where the official SDK splits messages or puts them into blobs.</summary>
[Trait("Category", "Conformance")]
public sealed class LargePayloadTests
{
    private static readonly string Megabytes = new('档', 400_000);

    [Fact]
    public async Task Input_and_output_of_orchestrations_activities_and_sub_orchestrations_may_be_large()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", Megabytes, new StartOrchestrationOptions("large"));
            ShouldBeLarge((await engine.EndOfAsync("large")).ReadOutputAs<string>(), 3);
        }

        await using var second = await TestEngine.StartAsync(Tasks, directory);
        var end = await second.EndOfAsync("large");
        ShouldBeLarge(end.ReadInputAs<string>(), 0);
        ShouldBeLarge(end.ReadOutputAs<string>(), 3);
    }

    [Fact]
    public async Task Event_custom_status_and_the_input_after_a_start_over_may_be_large()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Hear", "", new StartOrchestrationOptions("hear"));
            await engine.Client.RaiseEventAsync("hear", "paper", Megabytes);
            ShouldBeLarge((await engine.WaitAsync("hear", "the second execution", metadata => metadata.ReadInputAs<string>() != "")).ReadCustomStatusAs<string>(), 1);
        }

        await using var second = await TestEngine.StartAsync(Tasks, directory);
        await second.Client.RaiseEventAsync("hear", "paper", Megabytes);
        var end = await second.EndOfAsync("hear");
        ShouldBeLarge(end.ReadInputAs<string>(), 0);
        ShouldBeLarge(end.ReadCustomStatusAs<string>(), 1);
        ShouldBeLarge(end.ReadOutputAs<string>(), 0);
    }

    [Fact]
    public async Task A_failure_may_have_a_large_message_and_a_termination_a_large_output()
    {
        await using var engine = await TestEngine.StartAsync(Tasks);
        ShouldBeLarge((await engine.RunAsync("Fail")).FailureDetails!.InnerFailure!.ErrorMessage, 0);
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Hear", "");
        await engine.Client.TerminateInstanceAsync(id, Megabytes);
        ShouldBeLarge((await engine.EndOfAsync(id)).ReadOutputAs<string>(), 0);
    }

    [Fact]
    public async Task A_fan_out_may_carry_many_at_once()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("FanOut", async context => (await Task.WhenAll(
                Enumerable.Range(0, 8).Select(_ => context.CallActivityAsync<string>("Echo", Megabytes)))).Sum(text => text.Length))
            .AddActivityFunc<string, string>("Echo", (_, text) => text));
        (await engine.RunAsync("FanOut")).ReadOutputAs<int>().ShouldBe(8 * Megabytes.Length);
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string, string>("Parent", async (context, input) =>
            await context.CallSubOrchestratorAsync<string>("Child", await context.CallActivityAsync<string>("Add", input)))
        .AddOrchestratorFunc<string, string>("Child", async (context, input) =>
            await context.CallActivityAsync<string>("Add", await context.CallActivityAsync<string>("Add", input)))
        .AddOrchestratorFunc<string, string>("Hear", async (context, input) =>
        {
            var paper = await context.WaitForExternalEvent<string>("paper");
            context.SetCustomStatus(paper + "+");
            if (input.Length == 0)
            {
                context.ContinueAsNew(paper);
            }

            return paper;
        })
        .AddOrchestratorFunc("Fail", context => context.CallActivityAsync("Throw"))
        .AddActivityFunc<string, string>("Add", (_, text) => text + "+")
        .AddActivityFunc("Throw", (Action<TaskActivityContext>)(_ => throw new InvalidOperationException(Megabytes)));

    // Shouldly would print megabytes.
    private static void ShouldBeLarge(string? text, int added) => (text == Megabytes + new string('+', added)).ShouldBeTrue($"The text has {text?.Length} characters.");
}
