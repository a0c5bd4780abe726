using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class FailureDetailsTests
{
    [Theory]
    [InlineData(typeof(ApplicationException))]
    [InlineData(typeof(CaseException))]
    [InlineData(typeof(ShouldAssertException))]
    public async Task An_orchestrators_exception_fails_it_with_type_message_and_stack(Type type)
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Throw", context => Throw(type)));
        var end = await engine.RunAsync("Throw");
        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        end.SerializedOutput.ShouldBeNull();
        end.FailureDetails!.ErrorType.ShouldBe(type.FullName);
        end.FailureDetails.ErrorMessage.ShouldBe("beyond repair");
        end.FailureDetails.StackTrace!.ShouldContain(nameof(Throw));
        end.FailureDetails.InnerFailure.ShouldBeNull();
        end.FailureDetails.IsCausedBy(type).ShouldBeTrue();
        end.FailureDetails.IsCausedBy<Exception>().ShouldBeTrue();
        end.FailureDetails.ToString().ShouldBe($"{type.FullName}: beyond repair");
    }

    [Fact]
    public async Task An_activitys_exception_is_told_with_the_call_that_failed_and_all_that_caused_it()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Call", CallAsync)
            .AddActivityFunc("Fail", _ => Throw(new CaseException("first", new ApplicationException("second", new TimeoutException("third"))))));
        var failure = (await engine.RunAsync("Call")).FailureDetails!;
        failure.ErrorType.ShouldBe(typeof(TaskFailedException).FullName);
        failure.ErrorMessage.ShouldBe("Task 'Fail' (#0) failed with an unhandled exception: first");
        failure.StackTrace!.ShouldContain(nameof(CallAsync));
        failure.StackTrace!.ShouldNotContain(nameof(Throw));
        failure.IsCausedBy<TaskFailedException>().ShouldBeTrue();
        ShouldBeTheChain(failure.InnerFailure);
    }

    [Fact]
    public async Task What_is_caught_and_thrown_again_on_every_level_keeps_its_innermost_cause()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                }
                catch (TaskFailedException failed)
                {
                    failed.FailureDetails.IsCausedBy<TaskFailedException>().ShouldBeTrue();
                    ShouldBeTheChain(failed.FailureDetails.InnerFailure);
                    throw;
                }
            })
            .AddOrchestratorFunc("Child", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fail");
                }
                catch (TaskFailedException failed)
                {
                    ShouldBeTheChain(failed.FailureDetails);
                    throw;
                }
            })
            .AddActivityFunc("Fail", _ => Throw(new CaseException("first", new ApplicationException("second", new TimeoutException("third"))))));
        var failure = (await engine.RunAsync("Parent")).FailureDetails!;
        failure.ErrorMessage.ShouldContain("Child");
        failure.InnerFailure!.ErrorMessage.ShouldContain("Fail");
        ShouldBeTheChain(failure.InnerFailure.InnerFailure);
    }

    [Fact]
    public async Task An_orchestrator_catches_by_the_type_of_the_cause()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Catch", async context =>
            {
                var caught = new List<string>();
                foreach (var kind in new[] { "argument", "state", "none" })
                {
                    try
                    {
                        caught.Add(await context.CallActivityAsync<string>("Fail", kind));
                    }
                    catch (TaskFailedException failed) when (failed.FailureDetails.IsCausedBy<ArgumentException>())
                    {
                        caught.Add("argument");
                    }
                    catch (TaskFailedException failed) when (failed.FailureDetails.IsCausedBy<Exception>())
                    {
                        caught.Add("other");
                    }
                }

                return string.Join(",", caught);
            })
            .AddActivityFunc<string, string>("Fail", (_, kind) => kind switch
            {
                "argument" => throw new ArgumentOutOfRangeException(nameof(kind)),
                "state" => throw new InvalidOperationException(),
                _ => "well",
            }));
        (await engine.RunAsync("Catch")).ReadOutputAs<string>().ShouldBe("argument,other,well");
    }

    [Fact]
    public void The_cause_is_asked_for_by_exception_types_and_an_unknown_one_is_none()
    {
        var failure = new TaskFailureDetails("No.Such.Type", "message", null, null, null);
        failure.IsCausedBy<Exception>().ShouldBeFalse();
        Should.Throw<ArgumentException>(() => failure.IsCausedBy(typeof(string)));
    }

    private static void ShouldBeTheChain(TaskFailureDetails? failure)
    {
        failure!.IsCausedBy<CaseException>().ShouldBeTrue();
        failure.ErrorMessage.ShouldBe("first");
        failure.InnerFailure!.IsCausedBy<ApplicationException>().ShouldBeTrue();
        failure.InnerFailure.ErrorMessage.ShouldBe("second");
        failure.InnerFailure.InnerFailure!.IsCausedBy<TimeoutException>().ShouldBeTrue();
        failure.InnerFailure.InnerFailure.ErrorMessage.ShouldBe("third");
        failure.InnerFailure.InnerFailure.InnerFailure.ShouldBeNull();
    }

    private static async Task CallAsync(TaskOrchestrationContext context) => await context.CallActivityAsync("Fail");

    private static void Throw(Exception exception) => throw exception;

    private static Task Throw(Type type) => throw (Exception)Activator.CreateInstance(type, "beyond repair")!;
}
