using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class ReplaySafeLoggerTests
{
    [Fact]
    public async Task Replay_safe_loggers_keep_silent_in_replay()
    {
        using var directory = new TestDirectory();
        using var logs = new CollectedLogs();
        Action<DurableTaskRegistry> tasks = registry => registry.AddOrchestratorFunc("Log", async context =>
        {
            var logger = context.CreateReplaySafeLogger("Test");
            logger.LogWarning("before");
            await context.WaitForExternalEvent<object?>("go");
            context.ReplaySafeLoggerFactory.CreateLogger("Test").LogWarning("after");
        });
        void Collect(IServiceCollection services) => services.AddSingleton<ILoggerProvider>(logs);
        await using (var engine = await TestEngine.StartAsync(tasks, directory, services: Collect))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Log", new StartOrchestrationOptions("log"));
            await engine.StartOfAsync("log");
        }

        await using var second = await TestEngine.StartAsync(tasks, directory, services: Collect);
        await second.Client.RaiseEventAsync("log", "go");
        await second.EndOfAsync("log");
        logs.Of("Test").ShouldBe(["before", "after"]);
    }

    [Fact]
    public async Task The_factory_is_one_for_the_orchestration_and_takes_no_providers()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Log", context =>
        {
            var factory = context.ReplaySafeLoggerFactory;
            factory.ShouldBeSameAs(context.ReplaySafeLoggerFactory);
            Should.Throw<NotSupportedException>(() => factory.AddProvider(null!));
            factory.Dispose();
            factory.CreateLogger("Test").ShouldNotBeNull();
        }));
        (await engine.RunAsync("Log")).FailureDetails.ShouldBeNull();
    }
}
