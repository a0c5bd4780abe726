using System.Collections.Concurrent;
using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.Embedded.DurableTask.Faults;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Disks;

/// <summary>The power fails at moments of a run: what is not yet synchronised is gone, and all that was acknowledged is there.</summary>
public sealed class PowerCutTests
{
    private const int Applications = 24;

    [FactWithDisk]
    public async Task After_a_power_cut_at_any_moment_everything_acknowledged_is_there_and_goes_on()
    {
        var acknowledged = new ConcurrentQueue<string>();
        PowerCuts cuts;
        using (var disk = new PowerlessDisk())
        {
            cuts = new PowerCuts(disk.Image, () => [.. acknowledged], every: 7);
            await using var engine = await OpenAsync(disk, cuts);
            await Task.WhenAll(Enumerable.Range(0, Applications).Select(async i =>
            {
                var id = $"a{i}";
                await engine.Client.ScheduleNewOrchestrationInstanceAsync("Handle", new StartOrchestrationOptions(id));
                acknowledged.Enqueue($"start {id}");
                await engine.Client.RaiseEventAsync(id, "decision", "yes");
                acknowledged.Enqueue($"decision {id}");
                await engine.EndOfAsync(id);
                acknowledged.Enqueue($"end {id}");
                await engine.Client.ListInstanceIdsAsync();
            }));
        }

        cuts.Cuts.Count.ShouldBeGreaterThan(5);
        cuts.Cuts.Max(cut => cut.Acknowledged.Count).ShouldBeGreaterThan(Applications);
        foreach (var cut in cuts.Cuts)
        {
            await CheckAsync(cut);
        }
    }

    private static async Task CheckAsync(PowerCut cut)
    {
        using var disk = PowerlessDisk.Of(cut.Image);
        await using var engine = await OpenAsync(disk);
        foreach (var operation in cut.Acknowledged)
        {
            var what = $"{operation}, acknowledged before the power failed at {cut.At}";
            var id = operation.Split(' ')[1];
            var found = (await engine.Client.GetInstanceAsync(id)).ShouldNotBeNull(what);
            if (operation.StartsWith("end", StringComparison.Ordinal))
            {
                found.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Completed, what);
            }
            else if (operation.StartsWith("decision", StringComparison.Ordinal))
            {
                (await engine.EndOfAsync(id)).ReadOutputAs<string>().ShouldBe("checked, yes", what);
            }
        }
    }

    private static Task<TestEngine> OpenAsync(PowerlessDisk disk, IEngineFaults? faults = null) => TestEngine.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc("Handle", async context =>
                $"{await context.CallActivityAsync<string>("Check")}, {await context.WaitForExternalEvent<string>("decision")}")
            .AddActivityFunc("Check", _ => "checked"),
        new TestDirectory(disk.Path),
        faults: faults,
        options: options => options.CheckpointBytes = 64 << 10);
}
