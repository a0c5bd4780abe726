using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class ActivityTests
{
    [Fact]
    public async Task An_orchestrator_without_a_wait_returns_its_input()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("Echo", (_, input) => input));
        var end = await engine.RunAsync("Echo", "四川");
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed);
        end.ReadOutputAs<string>().ShouldBe("四川");
        end.ReadInputAs<string>().ShouldBe("四川");
    }

    [Fact]
    public async Task Activities_run_one_after_another()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, int>("Chain", async (context, start) =>
            {
                var value = start;
                for (var i = 0; i < 10; i++)
                {
                    value = await context.CallActivityAsync<int>("PlusOne", value);
                }

                return value;
            })
            .AddActivityFunc<int, int>("PlusOne", (_, value) => value + 1));
        (await engine.RunAsync("Chain", 5)).ReadOutputAs<int>().ShouldBe(15);
    }

    [Fact]
    public async Task Activities_run_side_by_side_and_answer_in_the_order_of_the_calls()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("FanOut", async context => string.Join(
                ",", await Task.WhenAll(Enumerable.Range(0, 50).Select(i => context.CallActivityAsync<string>("Name", i)))))
            .AddActivityFunc<int, string>("Name", async (_, i) =>
            {
                await Task.Yield();
                return $"#{i}";
            }));
        (await engine.RunAsync("FanOut")).ReadOutputAs<string>().ShouldBe(string.Join(",", Enumerable.Range(0, 50).Select(i => $"#{i}")));
    }

    [Fact]
    public async Task An_activity_knows_its_name_and_its_instance()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Ask", context => context.CallActivityAsync<string>("Who"))
            .AddActivityFunc("Who", context => $"{context.Name} of {context.InstanceId}"));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Ask", new StartOrchestrationOptions("A-1"));
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("Who of A-1");
    }

    [Fact]
    public async Task A_failed_activity_fails_where_it_is_awaited_with_its_details()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fail");
                    return "no failure";
                }
                catch (TaskFailedException failed)
                {
                    failed.TaskName.ShouldBe("Fail");
                    failed.TaskId.ShouldBe(0);
                    failed.FailureDetails.IsCausedBy<InvalidOperationException>().ShouldBeTrue();
                    failed.FailureDetails.IsCausedBy<Exception>().ShouldBeTrue();
                    failed.FailureDetails.IsCausedBy<ArgumentException>().ShouldBeFalse();
                    failed.FailureDetails.InnerFailure!.ErrorMessage.ShouldBe("beneath");
                    return failed.Message;
                }
            })
            .AddActivityFunc("Fail", (Action<TaskActivityContext>)(_ => throw new InvalidOperationException("above", new ArgumentException("beneath")))));
        (await engine.RunAsync("Try")).ReadOutputAs<string>().ShouldBe("Task 'Fail' (#0) failed with an unhandled exception: above");
    }

    [Fact]
    public async Task An_unhandled_failure_ends_the_orchestration_as_failed()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", context => context.CallActivityAsync("Fail"))
            .AddActivityFunc("Fail", (Action<TaskActivityContext>)(_ => throw new NotSupportedException("Kah-BOOOOM"))));
        var end = await engine.RunAsync("Try");
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        end.FailureDetails!.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        end.FailureDetails.InnerFailure!.ErrorType.ShouldBe(typeof(NotSupportedException).FullName);
        end.FailureDetails.InnerFailure.ErrorMessage.ShouldBe("Kah-BOOOOM");
    }

    [Fact]
    public async Task What_is_not_registered_fails_by_name()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", context => context.CallActivityAsync("Nobody")));
        var end = await engine.RunAsync("Try");
        end.FailureDetails!.InnerFailure!.ErrorType.ShouldBe("ActivityTaskNotFound");
        end.FailureDetails.InnerFailure.ErrorMessage.ShouldBe("No activity task named 'Nobody' was found.");
        var other = await engine.RunAsync("NoOrchestrator");
        other.FailureDetails!.ErrorType.ShouldBe("OrchestratorTaskNotFound");
    }

    [Fact]
    public async Task Options_given_as_the_input_are_refused()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Try", context => context.CallActivityAsync<string>("Any", (object)new TaskOptions())));
        (await engine.RunAsync("Try")).FailureDetails!.IsCausedBy<ArgumentException>().ShouldBeTrue();
    }
}
