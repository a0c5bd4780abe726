using CrossRegion.DurableTask.Tests.Fixtures;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.DurableTask.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.DurableTask.Tests.Releases;

/// <summary>
/// Makes a store with instances in every state, as a release leaves it behind in a crash: those named <c>table-</c> are in the
/// instances table, those named <c>journal-</c> only in the journal, and some messages wait in it.
/// </summary>
internal static class Recording
{
    public static readonly string[] Places = ["table", "journal"];

    private static readonly Dictionary<string, string> Tags = new() { ["region"] = "510000", ["事项"] = "企业迁移" };

    public static async Task MakeAsync(TestDirectory directory)
    {
        await using (var engine = await OpenAsync(directory, new ManualTime(), new HeldTurns(), outage: true))
        {
            await FillAsync(engine, Places[0]);
        }

        var turns = new HeldTurns();
        await using var crashing = await OpenAsync(directory, new ManualTime(), turns, outage: true);
        await FillAsync(crashing, Places[1]);
        turns.Hold();
        foreach (var place in Places)
        {
            await crashing.Client.RaiseEventAsync($"{place}-told", "Decision", "told before the crash");
            await crashing.Client.ScheduleNewOrchestrationInstanceAsync("Echo", "again", new StartOrchestrationOptions($"{place}-unstarted"));
        }

        turns.Crash();
    }

    public static Task<TestEngine> OpenAsync(TestDirectory directory, TimeProvider time, HeldTurns turns, bool outage) => TestEngine.StartAsync(
        new ReleasedTasks(outage).Register,
        directory,
        time,
        turns,
        services: services => services
            .AddSingleton<IExceptionPropertiesProvider, FailureProperties>()
            // One activity never ends: a stop need not wait for it long.
            .Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromMilliseconds(100)));

    private static async Task FillAsync(TestEngine engine, string place)
    {
        var client = engine.Client;
        await StartAsync("Echo", "completed", "我的申请");
        await StartAsync("Fail", "failed");
        await StartAsync("Wait", "waiting");
        await StartAsync("Wait", "told");
        await StartAsync("Wait", "terminated");
        await StartAsync("Wait", "suspended");
        await StartAsync("WaitTwice", "half");
        await StartAsync("Ring", "timer");
        await StartAsync("Work", "working");
        await StartAsync("Try", "retrying");
        await StartAsync("WaitTwice", "parent-neighbour");
        await StartAsync("Parent", "parent");
        await StartAsync("Count", "counting", 0);
        await client.ScheduleNewOrchestrationInstanceAsync(
            "Wait", new StartOrchestrationOptions($"{place}-later", new DateTimeOffset(2026, 1, 5, 3, 0, 0, TimeSpan.Zero)));

        await client.RaiseEventAsync($"{place}-later", "decision", "told before the start");
        await client.RaiseEventAsync($"{place}-half", "second", "came first");
        await client.RaiseEventAsync($"{place}-counting", "next", "a");
        await client.RaiseEventAsync($"{place}-counting", "keep", "b");
        await client.SuspendInstanceAsync($"{place}-suspended", "holiday");
        await client.RaiseEventAsync($"{place}-suspended", "decision", "told while suspended");
        await client.TerminateInstanceAsync($"{place}-terminated", "stopped");

        foreach (var (name, status) in States(place))
        {
            // Not by a query: that would take the journal over into the table.
            while ((await client.GetInstanceAsync($"{place}-{name}"))?.RuntimeStatus != status)
            {
                await engine.RunAsync("Echo", "a pass of the journal");
            }
        }

        async Task StartAsync(string orchestrator, string name, object? input = null)
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                orchestrator, input, new StartOrchestrationOptions($"{place}-{name}") { Tags = Tags });
            await engine.StartOfAsync($"{place}-{name}");
        }
    }

    /// <summary>The states that a place is left in.</summary>
    public static IReadOnlyDictionary<string, OrchestrationRuntimeStatus> States(string place) => new Dictionary<string, OrchestrationRuntimeStatus>
    {
        ["completed"] = OrchestrationRuntimeStatus.Completed,
        ["failed"] = OrchestrationRuntimeStatus.Failed,
        ["waiting"] = OrchestrationRuntimeStatus.Running,
        ["told"] = OrchestrationRuntimeStatus.Running,
        ["terminated"] = OrchestrationRuntimeStatus.Terminated,
        ["suspended"] = OrchestrationRuntimeStatus.Suspended,
        ["half"] = OrchestrationRuntimeStatus.Running,
        ["timer"] = OrchestrationRuntimeStatus.Running,
        ["working"] = OrchestrationRuntimeStatus.Running,
        ["retrying"] = OrchestrationRuntimeStatus.Running,
        ["parent-neighbour"] = OrchestrationRuntimeStatus.Running,
        ["parent-left"] = OrchestrationRuntimeStatus.Running,
        ["parent-right"] = OrchestrationRuntimeStatus.Running,
        ["parent"] = OrchestrationRuntimeStatus.Running,
        ["counting"] = OrchestrationRuntimeStatus.Running,
        ["later"] = OrchestrationRuntimeStatus.Pending,
    };
}
