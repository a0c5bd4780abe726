using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>What holds for retries of activities and of sub-orchestrations, by policy and by handler alike.</summary>
[Trait("Category", "Conformance")]
public sealed class RetryTests
{
    [Theory]
    [InlineData(false, 1, typeof(ApplicationException))]
    [InlineData(false, 2, typeof(CaseException))]
    [InlineData(false, 10, typeof(ShouldAssertException))]
    [InlineData(true, 1, typeof(ApplicationException))]
    [InlineData(true, 2, typeof(CaseException))]
    [InlineData(true, 10, typeof(ShouldAssertException))]
    public async Task A_handler_is_asked_once_an_attempt_and_ends_the_attempts(bool isChild, int attempts, Type type)
    {
        var asked = 0;
        var options = TaskOptions.FromRetryHandler(retry =>
        {
            asked++;
            return retry.LastFailure.IsCausedBy<Exception>() && retry.LastFailure.IsCausedBy(type) && retry.LastAttemptNumber < attempts;
        });
        var (end, runs) = await RunAsync(isChild, options, run => throw (Exception)Activator.CreateInstance(type, $"attempt {run}")!);
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        end.FailureDetails!.IsCausedBy<TaskFailedException>().ShouldBeTrue();
        end.FailureDetails.InnerFailure!.ErrorMessage.ShouldContain($"attempt {attempts}");
        (asked, runs).ShouldBe((attempts, attempts));
    }

    [Theory]
    [InlineData(false, 10, false, 99, 1)]
    [InlineData(false, 2, true, 99, 2)]
    [InlineData(false, 10, true, 4, 5)]
    [InlineData(true, 10, false, 99, 1)]
    [InlineData(true, 2, true, 99, 2)]
    [InlineData(true, 10, true, 4, 5)]
    public async Task A_policy_with_a_predicate_ends_by_count_by_its_answer_or_by_success(bool isChild, int most, bool retries, int failures, int expected)
    {
        var policy = new RetryPolicy(most, TimeSpan.FromSeconds(1), backoffCoefficient: 2)
        {
            HandleFailure = failure => retries && failure.IsCausedBy<CaseException>(),
        };
        var (end, runs) = await RunAsync(isChild, TaskOptions.FromRetryPolicy(policy), run => run <= failures ? throw new CaseException("again") : run);
        runs.ShouldBe(expected);
        end.RuntimeStatus.ShouldBe(failures < most ? OrchestrationRuntimeStatus.Completed : OrchestrationRuntimeStatus.Failed);
        (end.FailureDetails is null).ShouldBe(failures < most);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_retry_begins_after_the_policys_time(bool isChild)
    {
        var policy = new RetryPolicy(10, TimeSpan.FromSeconds(10), backoffCoefficient: 2, retryTimeout: TimeSpan.FromSeconds(25));
        var (end, runs) = await RunAsync(isChild, TaskOptions.FromRetryPolicy(policy), _ => throw new CaseException("again"));
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        runs.ShouldBe(3, "after 0, 10 and 30 seconds");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_is_missing_is_not_tried_again(bool isChild)
    {
        var asked = 0;
        var options = TaskOptions.FromRetryHandler(_ => Interlocked.Increment(ref asked) < 5);
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Call", context =>
            isChild ? context.CallSubOrchestratorAsync("Nobody", options) : context.CallActivityAsync("Nobody", options)));
        (await engine.RunAsync("Call")).FailureDetails!.InnerFailure!.ErrorType.ShouldEndWith("TaskNotFound");
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task A_retried_sub_orchestration_keeps_its_tags()
    {
        var runs = 0;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<int>("Child", new SubOrchestrationOptions(
                    new RetryPolicy(2, TimeSpan.FromSeconds(1)), "child")
                { Tags = new Dictionary<string, string> { ["region"] = "510000" } }))
                .AddOrchestratorFunc("Child", _ => Interlocked.Increment(ref runs) == 1 ? throw new CaseException("again") : runs),
            time: new ManualTime(isHurried: true));
        (await engine.RunAsync("Parent")).ReadOutputAs<int>().ShouldBe(2);
        (await engine.Client.GetInstanceAsync("child"))!.Tags["region"].ShouldBe("510000");
    }

    private static async Task<(OrchestrationMetadata End, int Runs)> RunAsync(bool isChild, TaskOptions options, Func<int, int> run)
    {
        var runs = 0;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Call", context =>
                    isChild ? context.CallSubOrchestratorAsync("Child", options) : context.CallActivityAsync("Do", options))
                .AddOrchestratorFunc("Child", _ => run(Interlocked.Increment(ref runs)))
                .AddActivityFunc("Do", _ => run(Interlocked.Increment(ref runs))),
            time: new ManualTime(isHurried: true));
        return (await engine.RunAsync("Call"), runs);
    }
}
