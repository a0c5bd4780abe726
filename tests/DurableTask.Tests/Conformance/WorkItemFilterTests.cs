using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerWorkItemFilters;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class WorkItemFilterTests
{
    [Fact]
    public async Task A_worker_that_takes_only_what_it_has_leaves_the_rest_to_another()
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Call", context => context.CallActivityAsync<string>("Elsewhere")).AddActivityFunc("Here", _ => "here"),
            directory,
            builder: worker => worker.UseWorkItemFilters()))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Unknown", new StartOrchestrationOptions("unknown"));
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Call", new StartOrchestrationOptions("call"));
            (await engine.StartOfAsync("call")).IsRunning.ShouldBeTrue();
            (await engine.Client.GetInstanceAsync("unknown"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        }

        await using var second = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Call", context => context.CallActivityAsync<string>("Elsewhere"))
                .AddOrchestratorFunc("Unknown", _ => "known now")
                .AddActivityFunc("Elsewhere", _ => "there"),
            directory);
        (await second.EndOfAsync("call")).ReadOutputAs<string>().ShouldBe("there");
        (await second.EndOfAsync("unknown")).ReadOutputAs<string>().ShouldBe("known now");
    }

    [Fact]
    public async Task Filters_made_from_the_registry_list_names_with_their_versions()
    {
        await using var engine = await TestEngine.StartAsync(Tasks, builder: worker => worker.UseWorkItemFilters());
        var filters = Filters(engine);
        filters.Orchestrations.Select(Text).Order().ShouldBe(["Plain: ", "Versioned: ,v1,v2"]);
        filters.Activities.Select(filter => filter.Name).ShouldBe(["Do"]);
        filters.Entities.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_strict_versions_they_list_the_workers_own()
    {
        await using var engine = await TestEngine.StartAsync(
            Tasks,
            builder: worker => worker
                .UseVersioning(new VersioningOptions { Version = "v1", MatchStrategy = VersionMatchStrategy.Strict })
                .UseWorkItemFilters());
        Filters(engine).Orchestrations.Select(Text).Order().ShouldBe(["Plain: v1", "Versioned: v1"]);
    }

    [Fact]
    public async Task Given_filters_replace_made_ones_and_none_lets_everything_through()
    {
        await using (var engine = await TestEngine.StartAsync(Tasks, builder: worker => worker.UseWorkItemFilters().UseWorkItemFilters(
            new DurableTaskWorkerWorkItemFilters { Orchestrations = [new OrchestrationFilter("VERSIONED", ["v2"])] })))
        {
            Filters(engine).Orchestrations.Select(Text).ShouldBe(["VERSIONED: v2"]);
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Versioned", new StartOrchestrationOptions("v1") { Version = "v1" });
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Versioned", new StartOrchestrationOptions("v2") { Version = "v2" });
            (await engine.EndOfAsync("v2")).ReadOutputAs<string>().ShouldBe("v2");
            (await engine.Client.GetInstanceAsync("v1"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Pending);
        }

        await using var open = await TestEngine.StartAsync(Tasks, builder: worker => worker.UseWorkItemFilters().UseWorkItemFilters(null));
        Filters(open).Orchestrations.ShouldBeEmpty();
        (await open.RunAsync("Nobody")).FailureDetails!.ErrorType.ShouldBe("OrchestratorTaskNotFound");
    }

    [Fact]
    public async Task Names_that_are_not_registered_keep_the_worker_from_starting()
    {
        var fault = await Should.ThrowAsync<OptionsValidationException>(() => TestEngine.StartAsync(Tasks, builder: worker => worker.UseWorkItemFilters(
            new DurableTaskWorkerWorkItemFilters
            {
                Orchestrations = [new OrchestrationFilter("Plain", null), new OrchestrationFilter("Nobody", null)],
                Activities = [new ActivityFilter()],
                Entities = [new EntityFilter("Thing")],
            })));
        fault.Message.ShouldContain("'<default>'");
        fault.Message.ShouldContain("Orchestrations: [Nobody]; Activities: [<empty>]; Entities: [Thing]");
    }

    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Plain", _ => "plain")
        .AddOrchestratorFunc("Versioned", _ => "any")
        .AddOrchestratorFunc<object?, string>("Versioned", "v1", (_, _) => Task.FromResult("v1"))
        .AddOrchestratorFunc<object?, string>("Versioned", "v2", (_, _) => Task.FromResult("v2"))
        .AddActivityFunc("Do", _ => { });

    private static DurableTaskWorkerWorkItemFilters Filters(TestEngine engine) =>
        engine.Services.GetRequiredService<IOptionsMonitor<DurableTaskWorkerWorkItemFilters>>().Get(Options.DefaultName);

    private static string Text(OrchestrationFilter filter) => $"{filter.Name}: {string.Join(",", filter.Versions)}";
}
