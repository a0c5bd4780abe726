using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;

namespace CrossRegion.DurableTask.Tests.Conformance;

/// <summary>How a version gets to orchestrations and activities, and which code it picks.</summary>
[Trait("Category", "Conformance")]
public sealed class VersionTests
{
    [Theory]
    [InlineData(null, "0.1")]
    [InlineData("0.2", "0.2")]
    [InlineData("", "")]
    public async Task An_instance_has_the_version_it_is_started_with_else_the_clients_default(string? asked, string expected)
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Version", context => context.Version), client: client => client.UseDefaultVersion("0.1"));
        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Version", asked is null ? new StartOrchestrationOptions() : new StartOrchestrationOptions { Version = asked });
        (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, "0.1")]
    [InlineData("0.2", "0.2")]
    [InlineData("", "")]
    public async Task A_sub_orchestration_has_the_version_of_the_call_else_the_workers_default(string? asked, string expected)
    {
        var options = asked is null ? new SubOrchestrationOptions() : new SubOrchestrationOptions { Version = asked };
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync<string>("Child", options))
                .AddOrchestratorFunc("Child", context => context.Version),
            builder: worker => worker.UseVersioning(new DurableTaskWorkerOptions.VersioningOptions { DefaultVersion = "0.1" }));
        (await engine.RunAsync("Parent")).ReadOutputAs<string>().ShouldBe(expected);
    }

    [Theory]
    [InlineData(null, "2.0")]
    [InlineData("1.0", "1.0")]
    [InlineData("", "")]
    public async Task An_activity_has_the_version_of_the_call_else_that_of_its_orchestration(string? asked, string expected)
    {
        foreach (var retry in new TaskRetryOptions?[] { null, new RetryPolicy(2, TimeSpan.FromSeconds(1)), TaskRetryOptions.FromRetryHandler(_ => false) })
        {
            var options = asked is null ? new TaskOptions(retry) : new TaskOptions(retry) { Version = asked };
            await using var engine = await TestEngine.StartAsync(tasks => tasks
                .AddOrchestratorFunc("Call", context => context.CallActivityAsync<string>("Version", options))
                .AddActivityFunc("Version", context => context.Version));
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Call", new StartOrchestrationOptions("call") { Version = "2.0" });
            (await engine.EndOfAsync("call")).ReadOutputAs<string>().ShouldBe(expected);
        }
    }

    [Fact]
    public async Task Of_several_classes_of_a_name_the_one_of_the_version_runs()
    {
        await using var engine = await StartAsync();
        (await RunAsync(engine, "Permit", "v1")).ReadOutputAs<string>().ShouldBe("orchestration v1, activity v1");
        (await RunAsync(engine, "Permit", "V2")).ReadOutputAs<string>().ShouldBe("orchestration v2, activity v1");
    }

    [Theory]
    [InlineData("", "No orchestrator task named 'Permit' was found.")]
    [InlineData("v3", "No orchestrator task named 'Permit' with version 'v3' was found.")]
    public async Task Without_a_class_of_the_version_a_name_that_has_versions_is_not_found(string version, string message)
    {
        await using var engine = await StartAsync();
        var failure = (await RunAsync(engine, "Permit", version)).FailureDetails!;
        failure.ErrorType.ShouldBe("OrchestratorTaskNotFound");
        failure.ErrorMessage.ShouldBe(message);
    }

    [Fact]
    public async Task A_name_that_has_no_versions_runs_for_all()
    {
        await using var engine = await StartAsync();
        (await RunAsync(engine, "Plain", "v7")).ReadOutputAs<string>().ShouldBe("v7");
    }

    [Fact]
    public async Task A_start_over_may_go_to_another_version()
    {
        await using var engine = await StartAsync();
        (await RunAsync(engine, "Moving", "v1", 4)).ReadOutputAs<string>().ShouldBe("v2: 5");
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "1.0", -1)]
    [InlineData("1.0", "", 1)]
    [InlineData("1.9", "1.10", -1)]
    [InlineData("2.0", "1.10", 1)]
    [InlineData("1.0", "1.0", 0)]
    [InlineData("alpha", "BETA", -1)]
    [InlineData("Beta", "beta", 0)]
    public void Versions_have_an_order(string version, string other, int order) =>
        Math.Sign(Microsoft.DurableTask.Abstractions.TaskOrchestrationVersioningUtils.CompareVersions(version, other)).ShouldBe(order);

    [Fact]
    public async Task A_name_and_version_is_registered_once()
    {
        await Should.ThrowAsync<ArgumentException>(() => TestEngine.StartAsync(tasks => tasks.AddOrchestrator<PermitV1>().AddOrchestrator<PermitV1>()));
        await Should.ThrowAsync<ArgumentException>(() => TestEngine.StartAsync(tasks => tasks.AddActivity<CheckV1>().AddActivity<CheckV1>()));
    }

    private static Task<TestEngine> StartAsync() => TestEngine.StartAsync(tasks => tasks
        .AddOrchestrator<PermitV1>()
        .AddOrchestrator<PermitV2>()
        .AddOrchestrator<MovingV1>()
        .AddOrchestrator<MovingV2>()
        .AddOrchestratorFunc("Plain", context => context.CallActivityAsync<string>("Plain"))
        .AddActivity<CheckV1>()
        .AddActivity<CheckV2>()
        .AddActivityFunc("Plain", context => context.Version));

    private static async Task<OrchestrationMetadata> RunAsync(TestEngine engine, string name, string version, object? input = null) =>
        await engine.EndOfAsync(await engine.Client.ScheduleNewOrchestrationInstanceAsync(name, input, new StartOrchestrationOptions { Version = version }));

    [DurableTask("Permit", Version = "v1")]
    private sealed class PermitV1 : TaskOrchestrator<object?, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, object? input) =>
            $"orchestration v1, {await context.CallActivityAsync<string>("Check")}";
    }

    [DurableTask("Permit", Version = "v2")]
    private sealed class PermitV2 : TaskOrchestrator<object?, string>
    {
        public override async Task<string> RunAsync(TaskOrchestrationContext context, object? input) =>
            $"orchestration v2, {await context.CallActivityAsync<string>("Check", new TaskOptions { Version = "v1" })}";
    }

    [DurableTask("Moving", Version = "v1")]
    private sealed class MovingV1 : TaskOrchestrator<int, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, int input)
        {
            context.ContinueAsNew(new ContinueAsNewOptions { NewInput = input + 1, NewVersion = "v2" });
            return Task.FromResult("unused");
        }
    }

    [DurableTask("Moving", Version = "v2")]
    private sealed class MovingV2 : TaskOrchestrator<int, string>
    {
        public override Task<string> RunAsync(TaskOrchestrationContext context, int input) => Task.FromResult($"{context.Version}: {input}");
    }

    [DurableTask("Check", Version = "v1")]
    private sealed class CheckV1 : TaskActivity<object?, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, object? input) => Task.FromResult("activity v1");
    }

    [DurableTask("Check", Version = "v2")]
    private sealed class CheckV2 : TaskActivity<object?, string>
    {
        public override Task<string> RunAsync(TaskActivityContext context, object? input) => Task.FromResult("activity v2");
    }
}
