using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>Which versions a worker takes, and what becomes of the others.</summary>
[Trait("Category", "Conformance")]
public sealed class VersionMatchTests
{
    [Theory]
    [InlineData(VersionMatchStrategy.None, "0.1", "0.2", true)]
    [InlineData(VersionMatchStrategy.Strict, "0.1", "0.1", true)]
    [InlineData(VersionMatchStrategy.Strict, "0.1", "0.2", false)]
    [InlineData(VersionMatchStrategy.Strict, "0.2", "0.1", false)]
    [InlineData(VersionMatchStrategy.Strict, "0.1", "", false)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.3", "0.2", true)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.3", "", true)]
    [InlineData(VersionMatchStrategy.CurrentOrOlder, "0.1", "0.2", false)]
    [InlineData((VersionMatchStrategy)9, "0.1", "0.1", false)]
    public async Task What_does_not_match_fails_if_the_worker_is_to_fail_it(VersionMatchStrategy strategy, string worker, string instance, bool matches)
    {
        await using var engine = await TestEngine.StartAsync(Tasks, builder: With(strategy, VersionFailureStrategy.Fail, worker));
        var end = await engine.EndOfAsync(await StartAsync(engine, instance));
        if (matches)
        {
            end.ReadOutputAs<string>().ShouldBe(instance);
            return;
        }

        end.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        end.FailureDetails!.ErrorType.ShouldBe(Enum.IsDefined(strategy) ? "VersionMismatch" : "VersionError");
    }

    [Fact]
    public async Task A_worker_that_names_a_version_without_a_strategy_takes_all()
    {
        await using var engine = await TestEngine.StartAsync(
            Tasks, builder: worker => worker.UseVersioning(new VersioningOptions { Version = "0.1", FailureStrategy = VersionFailureStrategy.Fail }));
        (await engine.EndOfAsync(await StartAsync(engine, "0.2"))).ReadOutputAs<string>().ShouldBe("0.2");
    }

    [Fact]
    public async Task What_is_rejected_stays_pending_until_a_worker_comes_that_takes_it()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory, builder: With(VersionMatchStrategy.Strict, VersionFailureStrategy.Reject, "1.0")))
        {
            await StartAsync(engine, "2.0", "rejected");
            (await engine.EndOfAsync(await StartAsync(engine, "1.0"))).IsCompleted.ShouldBeTrue();
            (await engine.Client.GetInstanceAsync("rejected"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        }

        await using var second = await TestEngine.StartAsync(Tasks, directory, builder: With(VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Reject, "2.0"));
        (await second.EndOfAsync("rejected")).ReadOutputAs<string>().ShouldBe("2.0");
    }

    [Fact]
    public async Task A_running_instance_waits_with_its_events_through_a_worker_that_rejects_it()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory))
        {
            await StartAsync(engine, "2.0", "running", "Wait");
            await engine.StartOfAsync("running");
        }

        await using (var engine = await TestEngine.StartAsync(Tasks, directory, builder: With(VersionMatchStrategy.Strict, VersionFailureStrategy.Reject, "1.0")))
        {
            await engine.Client.RaiseEventAsync("running", "go", "kept");
            await engine.EndOfAsync(await StartAsync(engine, "1.0"));
            (await engine.Client.GetInstanceAsync("running"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        }

        await using var third = await TestEngine.StartAsync(Tasks, directory);
        (await third.EndOfAsync("running")).ReadOutputAs<string>().ShouldBe("kept");
    }

    [Fact]
    public async Task A_running_instance_fails_when_a_worker_takes_over_that_is_to_fail_it()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks, directory))
        {
            await StartAsync(engine, "2.0", "running", "Wait");
            await engine.StartOfAsync("running");
        }

        await using var second = await TestEngine.StartAsync(Tasks, directory, builder: With(VersionMatchStrategy.Strict, VersionFailureStrategy.Fail, "1.0"));
        await second.Client.RaiseEventAsync("running", "go", "too late");
        (await second.EndOfAsync("running")).FailureDetails!.ErrorMessage.ShouldBe("The orchestration version '2.0' does not match the worker version '1.0'.");
    }

    [Fact]
    public async Task A_sub_orchestration_that_does_not_match_fails_its_parent_without_being_tried_again()
    {
        var asked = 0;
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Version", new SubOrchestrationOptions(
                    TaskRetryOptions.FromRetryHandler(_ => Interlocked.Increment(ref asked) < 3))
                { Version = "2.0" }))
                .AddOrchestratorFunc("Version", context => context.Version),
            builder: With(VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Fail, "1.0"));
        (await engine.RunAsync("Parent")).FailureDetails!.InnerFailure!.ErrorType.ShouldBe("VersionMismatch");
        asked.ShouldBe(0);
    }

    [Fact]
    public async Task An_activity_of_another_version_fails_or_waits_for_its_worker()
    {
        using var directory = new TestDirectory();
        Action<DurableTaskRegistry> tasks = registry => registry
            .AddOrchestratorFunc("Call", context => context.CallActivityAsync<string>("Version", new TaskOptions { Version = "2.0" }))
            .AddActivityFunc("Version", context => context.Version);
        await using (var engine = await TestEngine.StartAsync(tasks, directory, builder: With(VersionMatchStrategy.Strict, VersionFailureStrategy.Fail, "1.0")))
        {
            var failed = await engine.EndOfAsync(await StartAsync(engine, "1.0", name: "Call"));
            failed.FailureDetails!.InnerFailure!.ErrorType.ShouldBe("VersionMismatch");
        }

        await using (var engine = await TestEngine.StartAsync(tasks, directory, builder: With(VersionMatchStrategy.Strict, VersionFailureStrategy.Reject, "1.0")))
        {
            await StartAsync(engine, "1.0", "waiting", "Call");
            (await engine.StartOfAsync("waiting")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        }

        await using var third = await TestEngine.StartAsync(tasks, directory);
        (await third.EndOfAsync("waiting")).ReadOutputAs<string>().ShouldBe("2.0");
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Version", context => context.Version)
        .AddOrchestratorFunc("Wait", context => context.WaitForExternalEvent<string>("go"));

    private static Action<IDurableTaskWorkerBuilder> With(VersionMatchStrategy match, VersionFailureStrategy failure, string version) =>
        worker => worker.UseVersioning(new VersioningOptions { Version = version, MatchStrategy = match, FailureStrategy = failure });

    private static Task<string> StartAsync(TestEngine engine, string version, string? id = null, string name = "Version") =>
        engine.Client.ScheduleNewOrchestrationInstanceAsync(name, new StartOrchestrationOptions(id) { Version = version });
}
