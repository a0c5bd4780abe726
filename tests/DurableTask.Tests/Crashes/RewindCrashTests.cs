using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.DurableTask.Tests.Rewinding;
using CrossRegion.Embedded.DurableTask;
using CrossRegion.Embedded.DurableTask.Faults;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.DurableTask.Tests.Crashes;

public sealed class RewindCrashTests
{
    public static TheoryData<EngineFaultPoint> FaultPoints => [.. Enum.GetValues<EngineFaultPoint>()];

    /// <summary>A failed family is rewound in an engine that crashes at the first occurrence of a point, then the second, and so on.</summary>
    [Theory]
    [MemberData(nameof(FaultPoints))]
    public async Task A_rewind_survives_a_crash_at_a_fault_point(EngineFaultPoint point)
    {
        using var failed = new TestDirectory();
        await using (var engine = await OpenAsync(failed, new Steps().Fail("a", "c")))
        {
            await engine.Client.ScheduleNewOrchestrationInstanceAsync("Root", new StartOrchestrationOptions("root"));
            (await engine.EndOfAsync("root")).RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Failed);
        }

        var crashes = 0;
        while (await CrashAndResumeAsync(failed, point, occurrence: crashes + 1))
        {
            crashes++;
        }

        crashes.ShouldBeGreaterThan(0, $"{point} was never reached.");
    }

    /// <returns>Whether the point was reached that often.</returns>
    private static async Task<bool> CrashAndResumeAsync(TestDirectory failed, EngineFaultPoint point, int occurrence)
    {
        var what = $"{point}, occurrence {occurrence}";
        using var directory = failed.Copy();
        var crash = new CrashAt(point, occurrence);
        var isAcknowledged = false;
        await using (var crashing = await OpenAsync(directory, new Steps(), crash))
        {
            try
            {
                await crashing.Client.RewindInstanceAsync("root", "healed");
                isAcknowledged = true;
                await crashing.EndOfAsync("root");
                await crashing.Client.ListInstanceIdsAsync();
            }
            catch (EngineStoppedException)
            {
                crash.Crashed.IsCompleted.ShouldBeTrue(what);
            }
        }

        await using var engine = await OpenAsync(directory, new Steps());
        if ((await engine.Client.GetInstanceAsync("root"))!.RuntimeStatus == OrchestrationRuntimeStatus.Failed)
        {
            isAcknowledged.ShouldBeFalse(what);
            await engine.Client.RewindInstanceAsync("root", "healed");
        }

        (await engine.EndOfAsync("root")).ReadOutputAs<string>().ShouldBe("a!b!x c!", what);
        return crash.Crashed.IsCompleted;
    }

    private static Task<TestEngine> OpenAsync(TestDirectory directory, Steps steps, IEngineFaults? faults = null) => TestEngine.StartAsync(
        tasks => steps.Register(tasks)
            .AddOrchestratorFunc("Root", async context =>
            {
                var wait = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                var results = await Task.WhenAll(Step(context, "a"), Step(context, "b"), context.CallSubOrchestratorAsync<string>("Child", "c"));
                await wait;
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return string.Concat(results);
            })
            .AddOrchestratorFunc<string, string>("Child", async (context, step) => $"x {await Step(context, step)}"),
        directory,
        new ManualTime(isHurried: true),
        faults,
        options => options.LoadedInstances = 0);

    private static Task<string> Step(TaskOrchestrationContext context, string step) => context.CallActivityAsync<string>(Steps.Name, step);
}
