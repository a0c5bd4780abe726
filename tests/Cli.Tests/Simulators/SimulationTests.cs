using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Load;
using NodaTime;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>Simulated provinces with faults beside a real host: the faults occur, and the host stays right.</summary>
[Trait("Category", "Demo")]
public sealed class SimulationTests : IDisposable
{
    private static readonly string Chaos = Path.Combine(AppContext.BaseDirectory, "simulators", "chaos.json");
    private static readonly string[] Played = ["44", "45", "50", "51"];

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("crossregion-simulation-");

    public void Dispose() => _data.Delete(recursive: true);

    [Fact]
    public async Task With_everything_going_wrong_every_case_ends_as_its_applicant_chose_and_the_last_line_tells_it()
    {
        var port = FreePort.Find();
        await using var app = await RunningApp.StartAsync(
            _data.FullName, SimulatedProvinces.HostSettings(new Uri($"http://127.0.0.1:{port}"), Played), TimeProvider.System);

        var run = await CommandRun.OfAsync(
            "simulate", "--host", app.Address.ToString(), "--key", app.Key, "--port", $"{port}", "--province", "51,50,44",
            "--rate", "12", "--duration", "4", "--wait", "120", "--faults", Chaos, "--seed", "7");

        run.ExitCode.ShouldBe(0, run.Output + run.Error);
        var summary = JsonNode.Parse(run.Output.Split('\n')[^1])!;
        ((int)summary["sent"]!).ShouldBe(48);
        ((int)summary["accepted"]!).ShouldBe(48);
        foreach (var none in (string[])["rejected", "unanswered", "duplicates", "unsettled", "wrong"])
        {
            ((int)summary[none]!).ShouldBe(0, run.Output);
        }

        var ended = ((string[])["granted", "refused", "notAccepted", "withdrawn", "open"]).Select(ending => (int)summary[ending]!).ToList();
        ended.Sum().ShouldBe(48);
        ended.ShouldAllBe(count => count > 0, run.Output);
        ((double)summary["latencyMs"]!["p95"]!).ShouldBeGreaterThanOrEqualTo((double)summary["latencyMs"]!["p50"]!);
        string[] certain =
        [
            "departments.503", "departments.duplicate", "departments.lost", "departments.malformed", "departments.reordered",
            "notices.503", "notices.lost", "platforms.503", "platforms.duplicate", "platforms.malformed", "platforms.reordered",
            "providers.503", "providers.lost",
        ];
        certain.ShouldBeSubsetOf(summary["faults"]!.AsObject().Select(fault => fault.Key));
    }

    [Fact]
    public async Task Two_runs_with_the_same_seed_play_the_same_faults_on_two_hosts()
    {
        // No refusal: which departments are still asked then is a race within the host. No outage: that is a matter of time.
        const string Faults =
            """
            {
              "providers": {"answers": {"errors": {"503": 0.2}, "lost": 0.1, "malformed": 0.1}},
              "platforms": {"answers": {"errors": {"503": 0.2}, "lost": 0.1}, "posts": {"duplicates": {"rate": 0.3, "within": 0.1}, "malformed": 0.2}},
              "departments": {"answers": {"errors": {"503": 0.2}, "lost": 0.1}, "posts": {"duplicates": {"rate": 0.3, "within": 0.1}, "malformed": 0.2}},
              "notices": {"answers": {"errors": {"500": 0.1, "503": 0.1}, "lost": 0.1}},
              "outcomes": {"supplemented": 0.3}
            }
            """;

        var first = await PlayAsync("first", Faults, seed: 11);
        var second = await PlayAsync("second", Faults, seed: 11);

        first.Count.ShouldBeGreaterThan(30);
        second.ShouldBe(first);
    }

    /// <summary>Twelve applications to their end; every fault that was played.</summary>
    private async Task<IReadOnlyList<string>> PlayAsync(string name, string faults, int seed)
    {
        FaultPlan.TryRead("f.json", faults, out var plan, out var wrong).ShouldBeTrue(string.Join("; ", wrong));
        await using var provinces = await SimulatedProvinces.StartAsync(new SimulationOptions { Provinces = Played, Seed = seed, Faults = plan! });
        await using var app = await RunningApp.StartAsync(_data.CreateSubdirectory(name).FullName, provinces.HostSettings(), TimeProvider.System);
        provinces.Connect(app.Address, app.Key);
        var items = ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default)).InForce(new LocalDate(2026, 3, 2)).ToList();
        var generator = new ApplicationGenerator(seed, [ProvinceCode.Parse("51"), ProvinceCode.Parse("44")], items, plan!);

        var filed = await new LoadRun(provinces, generator, TimeProvider.System)
            .RunAsync(12, TimeSpan.FromMilliseconds(20), TimeSpan.FromSeconds(60), CancellationToken.None);
        foreach (var application in filed)
        {
            await app.UntilAsync(ApplicationNumber.Parse(application.Answer!.Number!), "delivery", view => view.DeliveredAt is not null);
        }

        await app.UntilIdleAsync();
        await provinces.IdleAsync();
        provinces.Faults.Wrong.ShouldBeEmpty();
        provinces.Journal.RepeatedEffects().ShouldBeEmpty();
        return [.. provinces.Faults.Played.Select(played => $"{played}").Order(StringComparer.Ordinal)];
    }
}
