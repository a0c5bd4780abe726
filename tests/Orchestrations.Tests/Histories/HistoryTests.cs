using System.Reflection;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Tests.App;
using CrossRegion.Orchestrations.Tests.Stamps;
using DurableTask.Core.Exceptions;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Tests.Histories;

/// <summary>
/// The histories of released orchestrators are replayed by today's: a change that would break the cases under way fails here,
/// with the event at fault. With <c>RECORD_HISTORIES=name</c> the test run adds today's histories, to <c>Histories/Recorded/name</c>.
/// </summary>
public sealed class HistoryTests : IAsyncLifetime
{
    private static readonly string Recorded = Path.Combine(AppContext.BaseDirectory, "Histories", "Recorded");

    private TestApp _app = null!;

    public static TheoryData<string> Files => [.. FileNames];

    private static IReadOnlyList<string> FileNames =>
        [.. Directory.GetFiles(Recorded, "*.json", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Recorded, file)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Scenarios => [.. Scenario.All.Keys];

    public async Task InitializeAsync() => _app = await TestApp.StartAsync();

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Theory]
    [MemberData(nameof(Files))]
    public void What_a_released_orchestrator_did_todays_does_again(string file)
    {
        var histories = new AppHistories(_app);
        foreach (var execution in HistoryFile.Read(Path.Combine(Recorded, file)))
        {
            histories.Replay(execution);
        }
    }

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task What_happens_today_can_be_recorded_and_replayed(string scenario)
    {
        await Scenario.All[scenario](_app);
        await RecordAsync(new AppHistories(_app), scenario);
    }

    /// <summary>What a window's stamp does for another one: it receives, hands over, and tells its subscribers.</summary>
    [Fact]
    public async Task What_happens_between_stamps_today_can_be_recorded_and_replayed()
    {
        await using var stamps = await ThreeStamps.StartAsync();
        stamps["44"].Provider.NotFound["driving-licence"] = true;
        var number = await stamps["51"].SubmitAsync(Sample.MissingMaterials);
        await stamps["51"].UntilHeardAsync("supplement.requested");
        await RecordAsync(new AppHistories(stamps["51"]), "at-the-window");
    }

    private static async Task RecordAsync(AppHistories histories, string scenario)
    {
        var taken = await histories.TakeAsync();
        var release = Environment.GetEnvironmentVariable("RECORD_HISTORIES");
        var file = release is { Length: > 0 }
            ? Path.Combine(ProjectFolder(), "Histories", "Recorded", release, $"{scenario}.json")
            : Path.Combine(Path.GetTempPath(), $"crossregion-{Guid.NewGuid():N}.json");
        HistoryFile.Write(file, taken);
        var read = HistoryFile.Read(file);
        if (release is not { Length: > 0 })
        {
            File.Delete(file);
        }

        read.Count.ShouldBe(taken.Count);
        foreach (var execution in read)
        {
            histories.Replay(execution);
        }
    }

    [Fact]
    public void Every_orchestrator_has_histories_in_every_release_since_it_is_there()
    {
        var orchestrators = typeof(HandleApplication).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(method => method.GetParameters().Any(parameter => parameter.GetCustomAttribute<OrchestrationTriggerAttribute>() is not null))
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()!.Name)
            .ToList();
        var latest = Directory.GetDirectories(Recorded).Order(StringComparer.Ordinal).Last();
        var recorded = Directory.GetFiles(latest).SelectMany(file => HistoryFile.Read(file)).Select(execution => execution.Start.Name).Distinct();
        recorded.ShouldBe(orchestrators, ignoreOrder: true);
    }

    /// <summary>What the orchestrators do is taken to have been something else: one event after the other is changed, left out or added.</summary>
    [Fact]
    public void A_difference_is_found_and_named_with_its_event()
    {
        var histories = new AppHistories(_app);
        var execution = HistoryFile.Read(Path.Combine(Recorded, FileNames[0]))
            .First(execution => execution.Start.Name == nameof(HandleApplication));
        var calls = execution.Events.OfType<TaskScheduled>().ToList();
        calls.Count.ShouldBeGreaterThan(5);
        foreach (var call in calls)
        {
            var renamed = execution with { Events = [.. execution.Events.Select(e => e == call ? call with { Name = "AnotherActivity" } : e)] };
            Should.Throw<NonDeterministicOrchestrationException>(() => histories.Replay(renamed)).Message
                .ShouldSatisfyAllConditions(message => message.ShouldContain("'AnotherActivity'"), message => message.ShouldContain(call.Name));

            var missing = execution with { Events = [.. execution.Events.Where(e => e != call)] };
            Should.Throw<NonDeterministicOrchestrationException>(() => histories.Replay(missing)).Message.ShouldContain(call.Name);
        }
    }

    private static string ProjectFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CrossRegion.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException($"{AppContext.BaseDirectory} is not below the solution.");
        }

        return Path.Combine(folder.FullName, "tests", "Orchestrations.Tests");
    }
}
