using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class FailurePropertiesTests
{
    private static readonly DateTime Noon = new(2026, 10, 15, 12, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_applications_properties_of_an_exception_go_with_the_failure_even_across_a_restart(bool restarts)
    {
        using var directory = new TestDirectory();
        var facts = new Dictionary<string, object?>
        {
            ["text"] = "510100",
            ["int"] = 100,
            ["long"] = 999_999_999L,
            ["decimal"] = 1.5m,
            ["flag"] = true,
            ["time"] = Noon,
            ["instant"] = new DateTimeOffset(Noon, TimeSpan.Zero),
            ["nested"] = new Dictionary<string, object?> { ["code"] = "MISSING", ["count"] = 3 },
            ["list"] = new List<object?> { "one", 500, null },
            ["nothing"] = null,
            ["other"] = new Uri("urn:x"),
        };
        OrchestrationMetadata end;
        await using (var engine = await StartAsync(directory, tasks => tasks
            .AddOrchestratorFunc("Call", context => context.CallActivityAsync("Fail"))
            .AddActivityFunc("Fail", (Action<TaskActivityContext>)(_ => throw new CaseException("no") { Facts = facts }))))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Call", new StartOrchestrationOptions("call"));
            end = await engine.EndOfAsync("call");
        }

        if (restarts)
        {
            await using var second = await StartAsync(directory, _ => { });
            end = await second.EndOfAsync("call");
        }

        var properties = end.FailureDetails!.InnerFailure!.Properties!;
        properties.Count.ShouldBe(facts.Count);
        properties["text"].ShouldBe("510100");
        properties["int"].ShouldBe(100.0);
        properties["long"].ShouldBe(999_999_999.0);
        properties["decimal"].ShouldBe(1.5);
        properties["flag"].ShouldBe(true);
        properties["time"].ShouldBe(Noon);
        properties["instant"].ShouldBe(new DateTimeOffset(Noon, TimeSpan.Zero));
        var nested = properties["nested"].ShouldBeAssignableTo<IDictionary<string, object?>>()!;
        nested["code"].ShouldBe("MISSING");
        nested["count"].ShouldBe(3.0);
        properties["list"].ShouldBeAssignableTo<IList<object?>>()!.ShouldBe(["one", 500.0, null]);
        properties["nothing"].ShouldBeNull();
        properties["other"].ShouldBe("urn:x");
    }

    [Fact]
    public async Task They_pass_every_level_of_nesting()
    {
        using var directory = new TestDirectory();
        await using var engine = await StartAsync(directory, tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Child"))
            .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Fail"))
            .AddActivityFunc("Fail", (Action<TaskActivityContext>)(_ => throw new CaseException("no") { Facts = { ["item"] = "A-1" } })));
        var failure = (await engine.RunAsync("Parent")).FailureDetails!;
        failure.Properties.ShouldBeNull();
        failure.InnerFailure!.Properties.ShouldBeNull();
        failure.InnerFailure.InnerFailure!.Properties!["item"].ShouldBe("A-1");
    }

    [Fact]
    public async Task An_orchestrators_own_exception_has_them_too()
    {
        using var directory = new TestDirectory();
        await using var engine = await StartAsync(directory, tasks => tasks.AddOrchestratorFunc(
            "Fail", (Func<TaskOrchestrationContext, Task>)(_ => throw new CaseException("no") { Facts = { ["item"] = "A-1" } })));
        (await engine.RunAsync("Fail")).FailureDetails!.Properties!["item"].ShouldBe("A-1");
    }

    private static Task<TestEngine> StartAsync(TestDirectory directory, Action<DurableTaskRegistry> tasks) => TestEngine.StartAsync(
        tasks, directory, services: services => services.AddSingleton<IExceptionPropertiesProvider, CaseFacts>());

    private sealed class CaseFacts : IExceptionPropertiesProvider
    {
        public IDictionary<string, object?>? GetExceptionProperties(Exception exception) => (exception as CaseException)?.Facts;
    }
}
