using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class LogTests
{
    [Fact]
    public async Task Begin_and_end_of_orchestrations_and_activities_are_logged_once_under_the_official_events()
    {
        using var logs = new CollectedLogs();
        await using (var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc("Well", context => context.CallActivityAsync("Do", true))
                .AddOrchestratorFunc("Badly", context => context.CallActivityAsync("Do", false))
                .AddActivityFunc<bool>("Do", (_, well) => well ? Task.CompletedTask : throw new TimeoutException("too late")),
            services: services => services.AddSingleton<ILoggerProvider>(logs)))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Well", new StartOrchestrationOptions("well"));
            await engine.EndOfAsync("well");
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Badly", new StartOrchestrationOptions("badly"));
            await engine.EndOfAsync("badly");
        }

        EventsOf("well").ShouldBe(["600 OrchestrationStarted Well", "603 ActivityStarted Do", "604 ActivityCompleted Do", "601 OrchestrationCompleted Well"]);
        EventsOf("badly").ShouldBe(["600 OrchestrationStarted Badly", "603 ActivityStarted Do", "605 ActivityFailed Do", "602 OrchestrationFailed Badly"]);
        logs.Lines.Single(line => line.Event.Name == "ActivityFailed").Exception.ShouldBeOfType<TimeoutException>().Message.ShouldBe("too late");

        IEnumerable<string> EventsOf(string instanceId) =>
            from line in logs.Lines
            where line.Category.StartsWith("Microsoft.DurableTask.Worker", StringComparison.Ordinal) && instanceId.Equals(line.Fields.GetValueOrDefault("InstanceId"))
            select $"{line.Event.Id} {line.Event.Name} {line.Fields["Name"]}";
    }
}
