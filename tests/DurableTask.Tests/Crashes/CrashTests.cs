using CrossRegion.DurableTask.Tests.Fixtures;
using CrossRegion.DurableTask.Tests.WorkItems;
using CrossRegion.Embedded.DurableTask;
using CrossRegion.Embedded.DurableTask.Faults;
using CrossRegion.Embedded.DurableTask.Storage;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.DurableTask.Tests.Crashes;

public sealed class CrashTests
{
    private const string Outcome = "checked,510000:yes,500000:yes";

    public static TheoryData<EngineFaultPoint> FaultPoints => [.. Enum.GetValues<EngineFaultPoint>()];

    /// <summary>
    /// The application is crashed at the first occurrence of a point, opened again and brought to its end; then at the second;
    /// and so on until it comes through without reaching the point that often.
    /// </summary>
    [Theory]
    [MemberData(nameof(FaultPoints))]
    public async Task A_crash_at_a_fault_point_loses_nothing(EngineFaultPoint point)
    {
        var crashes = 0;
        while (await CrashAndResumeAsync(point, occurrence: crashes + 1))
        {
            crashes++;
        }

        crashes.ShouldBeGreaterThan(0, $"{point} was never reached.");
    }

    [Fact]
    public async Task A_copy_of_the_directory_taken_in_mid_run_goes_on_where_it_was_taken()
    {
        using var directory = new TestDirectory();
        var time = new ManualTime();
        var isWaiting = time.TimerSet;
        await using var engine = await OpenAsync(directory, time, new ActivityRuns());
        await StartAsync(engine);
        await isWaiting;

        using var copy = directory.Copy();
        await using (var second = await OpenAsync(copy, new ManualTime(isHurried: true), new ActivityRuns()))
        {
            (await second.EndOfAsync("parent")).ReadOutputAs<string>().ShouldBe(Outcome);
        }

        (await engine.Client.GetInstanceAsync("parent"))!.RuntimeStatus.ShouldBe(OrchestrationRuntimeStatus.Running);
        time.Advance(TimeSpan.FromHours(1));
        (await engine.EndOfAsync("parent")).ReadOutputAs<string>().ShouldBe(Outcome);
    }

    /// <summary>Each engine is crashed at the first occurrence of the point, thus while it takes over from the one before.</summary>
    [Theory]
    [MemberData(nameof(FaultPoints))]
    public async Task Engine_after_engine_may_crash_while_it_takes_over(EngineFaultPoint point)
    {
        using var directory = new TestDirectory();
        var runs = new ActivityRuns();
        var crashes = 0;
        for (var isCrashing = true; isCrashing && crashes < 5;)
        {
            isCrashing = await CrashOnceAsync(directory, runs, new CrashAt(point, occurrence: 1));
            crashes += isCrashing ? 1 : 0;
        }

        await FinishAsync(directory, runs, $"{point}");
        runs.All.ShouldAllBe(activity => activity.Value <= crashes + 1, $"{point}");
        crashes.ShouldBeGreaterThan(0, $"{point} was never reached.");
    }

    [Fact]
    public async Task A_second_process_on_the_same_directory_is_refused_with_its_path_and_the_first_goes_on()
    {
        using var directory = new TestDirectory();
        await using var engine = await OpenAsync(directory, new ManualTime(isHurried: true), new ActivityRuns());
        var (status, printed) = await CrashHostRun.LiveAsync(directory, life: 1, "Harmless");
        status.ShouldNotBe(0);
        printed.ShouldContain($"The data directory '{directory.Path}' is in use by another engine.");
        await StartAsync(engine);
        (await engine.EndOfAsync("parent")).ReadOutputAs<string>().ShouldBe(Outcome);
    }

    [Fact]
    public async Task A_directory_in_use_is_refused_with_its_path()
    {
        using var directory = new TestDirectory();
        await using var engine = await OpenAsync(directory, new ManualTime(), new ActivityRuns());
        var refusal = await Should.ThrowAsync<DataDirectoryInUseException>(() => OpenAsync(directory, new ManualTime(), new ActivityRuns()));
        refusal.Message.ShouldContain(directory.Path);
    }

    [Fact]
    public async Task After_a_crash_nothing_is_acknowledged_any_more()
    {
        using var directory = new TestDirectory();
        await using var engine = await OpenAsync(
            directory, new ManualTime(), new ActivityRuns(), new CrashAt(EngineFaultPoint.BeforeCommit, 1));
        await Should.ThrowAsync<EngineStoppedException>(() => StartAsync(engine));
        await Should.ThrowAsync<EngineStoppedException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent"));
    }

    [Fact]
    public async Task A_damaged_journal_is_reported_and_not_skipped()
    {
        using var directory = new TestDirectory();
        await using (var engine = await OpenAsync(
            directory, new ManualTime(), new ActivityRuns(), new CrashAt(EngineFaultPoint.BeforeCheckpoint, 1)))
        {
            await StartAsync(engine);
        }

        Sql.Execute(directory, "UPDATE journal SET data = substr(data, 1, length(data) - 1) || x'FF'", "journal.db");
        var report = await Should.ThrowAsync<EngineDataException>(() => OpenAsync(directory, new ManualTime(), new ActivityRuns()));
        report.Message.ShouldContain("checksum");
    }

    /// <returns>Whether the point was reached that often.</returns>
    private static async Task<bool> CrashAndResumeAsync(EngineFaultPoint point, int occurrence)
    {
        using var directory = new TestDirectory();
        var runs = new ActivityRuns();
        var isCrashed = await CrashOnceAsync(directory, runs, new CrashAt(point, occurrence));
        await FinishAsync(directory, runs, $"{point}, occurrence {occurrence}");
        runs.All.ShouldAllBe(activity => activity.Value >= 1 && activity.Value <= 2, $"{point}, occurrence {occurrence}");
        return isCrashed;
    }

    /// <returns>Whether the engine crashed before all was done.</returns>
    private static async Task<bool> CrashOnceAsync(TestDirectory directory, ActivityRuns runs, CrashAt crash)
    {
        await using (var crashing = await OpenAsync(directory, new ManualTime(isHurried: true), runs, crash))
        {
            try
            {
                await StartUnlessThereAsync(crashing, runs);
                await crashing.EndOfAsync("parent");
            }
            catch (EngineStoppedException)
            {
                crash.Crashed.IsCompleted.ShouldBeTrue("The engine stopped by itself.");
            }
        }

        return crash.Crashed.IsCompleted;
    }

    private static async Task FinishAsync(TestDirectory directory, ActivityRuns runs, string what)
    {
        await using var engine = await OpenAsync(directory, new ManualTime(isHurried: true), runs);
        await StartUnlessThereAsync(engine, runs);
        (await engine.EndOfAsync("parent")).ReadOutputAs<string>().ShouldBe(Outcome, what);
    }

    private static async Task StartUnlessThereAsync(TestEngine engine, ActivityRuns runs)
    {
        if (await engine.Client.GetInstanceAsync("parent") is null)
        {
            runs.IsStartAcknowledged.ShouldBeFalse("The start was acknowledged, and there is no instance.");
            await StartAsync(engine);
        }

        runs.IsStartAcknowledged = true;
    }

    private static Task<TestEngine> OpenAsync(TestDirectory directory, TimeProvider time, ActivityRuns runs, IEngineFaults? faults = null) =>
        TestEngine.StartAsync(
            Tasks, directory, time, faults, options => options.LoadedInstances = 0, services: services => services.AddSingleton(runs));

    /// <summary>An application in small: a check, a timer, two departments with a dispatch and a decision each.</summary>
    private static void Tasks(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc("Parent", async context =>
        {
            var check = await context.CallActivityAsync<string>("Check");
            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            var decisions = await Task.WhenAll(new[] { "510000", "500000" }.Select(region => context.CallSubOrchestratorAsync<string>(
                "Review", region, new SubOrchestrationOptions(instanceId: $"{context.InstanceId}-{region}"))));
            return string.Join(",", decisions.Prepend(check));
        })
        .AddOrchestratorFunc<string, string>("Review", async (context, region) =>
        {
            await context.CallActivityAsync(nameof(Dispatch), region);
            return $"{region}:{await context.WaitForExternalEvent<string>("decision")}";
        })
        .AddActivityFunc("Check", _ => "checked")
        .AddActivity<Dispatch>();

    private static Task StartAsync(TestEngine engine) =>
        engine.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent"));
}
