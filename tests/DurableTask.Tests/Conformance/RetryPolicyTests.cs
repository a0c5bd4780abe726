using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class RetryPolicyTests
{
    [Theory]
    [InlineData(1, 1.0, 10)]
    [InlineData(3, 1.0, 10)]
    [InlineData(4, 2.0, 25)]
    public async Task A_policy_tries_so_often_with_growing_pauses(int attempts, double coefficient, int longestSeconds)
    {
        var runs = 0;
        var options = TaskOptions.FromRetryPolicy(new RetryPolicy(
            attempts, TimeSpan.FromSeconds(10), coefficient, maxRetryInterval: TimeSpan.FromSeconds(longestSeconds)));
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Retry", async context =>
                {
                    var begun = context.CurrentUtcDateTime;
                    await context.CallActivityAsync("Fail", options).ShouldFailAsync();
                    return (context.CurrentUtcDateTime - begun).TotalSeconds;
                })
                .AddActivityFunc("Fail", _ =>
                {
                    Interlocked.Increment(ref runs);
                    throw new InvalidOperationException("again");
                }),
            time: new ManualTime(isHurried: true));
        var seconds = (await engine.RunAsync("Retry")).ReadOutputAs<double>();
        runs.ShouldBe(attempts);
        var pauses = Enumerable.Range(0, attempts - 1).Sum(i => Math.Min(10 * Math.Pow(coefficient, i), longestSeconds));
        seconds.ShouldBe(pauses, tolerance: 0.001);
    }

    [Fact]
    public async Task A_policy_stops_when_an_attempt_succeeds_or_the_failure_is_not_to_be_retried()
    {
        var runs = 0;
        var policy = new RetryPolicy(9, TimeSpan.FromSeconds(1)) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc<bool, int>("Retry", (context, endsWell) =>
                    context.CallActivityAsync<int>("Flaky", endsWell, TaskOptions.FromRetryPolicy(policy)))
                .AddActivityFunc<bool, int>("Flaky", (_, endsWell) => Interlocked.Increment(ref runs) switch
                {
                    < 3 => throw new TimeoutException(),
                    var run => endsWell ? run : throw new InvalidOperationException("not to be retried"),
                }),
            time: new ManualTime(isHurried: true));
        (await engine.RunAsync("Retry", true)).ReadOutputAs<int>().ShouldBe(3);
        runs = 0;
        (await engine.RunAsync("Retry", false)).FailureDetails!.InnerFailure!.ErrorMessage.ShouldBe("not to be retried");
        runs.ShouldBe(3);
    }

    [Fact]
    public async Task What_is_not_registered_is_not_tried_again()
    {
        var asked = 0;
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Retry", context =>
            context.CallActivityAsync("Nobody", TaskOptions.FromRetryHandler(_ => Interlocked.Increment(ref asked) < 5))));
        (await engine.RunAsync("Retry")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_sub_orchestration_is_tried_again_under_its_id()
    {
        var runs = 0;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<int>(
                    "Child", new SubOrchestrationOptions(new RetryPolicy(3, TimeSpan.FromMinutes(1)), "child")))
                .AddOrchestratorFunc("Child", context => context.CallActivityAsync<int>("Flaky"))
                .AddActivityFunc("Flaky", _ => Interlocked.Increment(ref runs) is var run && run < 3 ? throw new TimeoutException() : run),
            time: new ManualTime(isHurried: true));
        (await engine.RunAsync("Parent")).ReadOutputAs<int>().ShouldBe(3);
        (await engine.Client.GetInstanceAsync("child"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
    }
}
