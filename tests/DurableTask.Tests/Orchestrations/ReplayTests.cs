using System.Collections.Concurrent;
using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.DurableTask.Tests.Orchestrations;

public sealed class ReplayTests
{
    [Fact]
    public async Task After_a_restart_the_orchestrator_is_where_it_was_and_nothing_runs_twice()
    {
        using var directory = new TestDirectory();
        var runs = 0;
        Action<DurableTaskRegistry> tasks = registry => registry
            .AddOrchestratorFunc("Long", async context =>
            {
                List<string> seen = [context.NewGuid().ToString(), context.CurrentUtcDateTime.ToString("o")];
                for (var i = 0; i < 3; i++)
                {
                    seen.Add(await context.CallActivityAsync<string>("Step", i));
                }

                context.SetCustomStatus(seen);
                var decision = await context.WaitForExternalEvent<string>("decision");
                seen.Add(context.NewGuid().ToString());
                return (Seen: seen, Decision: decision, IsReplaying: context.IsReplaying);
            })
            .AddActivityFunc<int, string>("Step", (_, i) => $"step {i}, run {Interlocked.Increment(ref runs)}");
        string[] before;
        await using (var engine = await TestEngine.StartAsync(tasks, directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Long", new StartOrchestrationOptions("long"));
            before = (await engine.WaitAsync("long", "the steps", metadata => metadata.SerializedCustomStatus is not null)).ReadCustomStatusAs<string[]>()!;
        }

        await using var second = await TestEngine.StartAsync(tasks, directory);
        (await second.Client.GetInstanceAsync("long", true))!.ReadCustomStatusAs<string[]>().ShouldBe(before);
        await second.Client.RaiseEventAsync("long", "decision", "yes");
        var (seen, decision, isReplaying) = (await second.EndOfAsync("long")).ReadOutputAs<(List<string>, string, bool)>();
        seen.Take(5).ShouldBe(before);
        seen.Distinct().Count().ShouldBe(6);
        decision.ShouldBe("yes");
        isReplaying.ShouldBeFalse();
        runs.ShouldBe(3);
    }

    [Fact]
    public async Task An_instance_that_was_put_out_of_memory_goes_on_when_its_event_comes()
    {
        await using var engine = await TestEngine.StartAsync(
            tasks => tasks
                .AddOrchestratorFunc<int, string>("Wait", async (context, i) =>
                {
                    var name = await context.CallActivityAsync<string>("Name", i);
                    return $"{name} {await context.WaitForExternalEvent<string>("go")}";
                })
                .AddActivityFunc<int, string>("Name", (_, i) => $"n{i}"),
            options: options => options.LoadedInstances = 1);
        var ids = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => engine.Client.ScheduleNewOrchestrationInstanceAsync("Wait", i)));
        foreach (var id in ids)
        {
            await engine.StartOfAsync(id);
        }

        await engine.Client.ListInstanceIdsAsync();
        foreach (var id in ids)
        {
            await engine.Client.RaiseEventAsync(id, "go", "gone");
            await engine.Client.ListInstanceIdsAsync();
        }

        for (var i = 0; i < ids.Length; i++)
        {
            (await engine.EndOfAsync(ids[i])).ReadOutputAs<string>().ShouldBe($"n{i} gone");
        }
    }

    [Theory]
    [InlineData("Other", "activity 'Other'")]
    [InlineData("", "does not do")]
    public async Task Changed_code_is_found_out_and_named(string replacement, string difference)
    {
        using var directory = new TestDirectory();
        await using (var engine = await TestEngine.StartAsync(Tasks("First"), directory))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Changing", new StartOrchestrationOptions("changing"));
            await engine.WaitAsync("changing", "the first step", metadata => metadata.SerializedCustomStatus is not null);
        }

        await using var second = await TestEngine.StartAsync(Tasks(replacement), directory);
        await second.Client.RaiseEventAsync("changing", "go");
        var failure = (await second.EndOfAsync("changing")).FailureDetails!;
        failure.ErrorType.ShouldBe("DurableTask.Core.Exceptions.NonDeterministicOrchestrationException");
        failure.ErrorMessage.ShouldContain("activity 'First' (#0)");
        failure.ErrorMessage.ShouldContain(difference);

        static Action<DurableTaskRegistry> Tasks(string activity) => registry => registry
            .AddOrchestratorFunc("Changing", async context =>
            {
                if (activity.Length > 0)
                {
                    await context.CallActivityAsync(activity);
                    context.SetCustomStatus("done");
                }

                await context.WaitForExternalEvent<object?>("go");
            })
            .AddActivityFunc("First", _ => { })
            .AddActivityFunc("Other", _ => { });
    }

    [Fact]
    public async Task Awaiting_what_is_not_durable_fails_the_orchestration()
    {
        await using var engine = await TestEngine.StartAsync(tasks => tasks.AddOrchestratorFunc("Stray", async context =>
        {
            await Task.Run(() => { });
            await context.CallActivityAsync("Any");
        }));
        var failure = (await engine.RunAsync("Stray")).FailureDetails!;
        failure.IsCausedBy<InvalidOperationException>().ShouldBeTrue();
        failure.ErrorMessage.ShouldContain("durable");
    }

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

    private sealed class CollectedLogs : ILoggerProvider
    {
        private readonly ConcurrentQueue<(string Category, string Text)> _lines = new();

        public IEnumerable<string> Of(string category) => _lines.Where(line => line.Category == category).Select(line => line.Text);

        public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _lines);

        public void Dispose()
        {
            // Nothing is held.
        }

        private sealed class Logger(string category, ConcurrentQueue<(string, string)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
                => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((category, formatter(state, exception)));
        }
    }
}
