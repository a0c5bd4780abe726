using System.Text.Json.Nodes;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Load;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Reserved;
using NodaTime;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>
/// A province tests its own platform: it files by itself, with reserved applicants, against a real host whose departments and providers
/// are simulated. The applicant chooses the outcome.
/// </summary>
[Trait("Category", "Demo")]
public sealed class ReservedOutcomeTests : IAsyncLifetime
{
    private static readonly ServiceItem Item = ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default))
        .InForce(new LocalDate(2026, 3, 2)).Single(item => item.Name.En.Contains("housing provident fund", StringComparison.OrdinalIgnoreCase));

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("crossregion-reserved-");
    private readonly ShiftedTime _time = new();
    private SimulatedProvinces _provinces = null!;
    private RunningApp _app = null!;

    public async Task InitializeAsync()
    {
        _provinces = await SimulatedProvinces.StartAsync();
        _app = await StartAsync();
        _provinces.Connect(_app.Address, _app.Key);
    }

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        await _provinces.DisposeAsync();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Granted()
    {
        var (_, number) = await FileAsync(ReservedOutcome.Granted);

        var granted = await _app.UntilAsync(number, "delivery", view => view.DeliveredAt is not null);

        granted.Certificate.ShouldNotBeNull();
        granted.Supplement.ShouldBeNull();
    }

    [Fact]
    public async Task Refused_by_a_department_with_its_reason()
    {
        var (_, number) = await FileAsync(ReservedOutcome.Refused);

        var refused = await _app.UntilAsync(number, "delivery", view => view.DeliveredAt is not null);

        refused.Decision!.Outcome.ShouldBe(DecisionOutcome.Refused);
        refused.Decision.Reasons.ShouldNotBeEmpty();
        refused.Certificate.ShouldBeNull();
    }

    [Fact]
    public async Task Not_competent_when_filed_where_the_item_does_not_reach()
    {
        var (_, number) = await FileAsync(ReservedOutcome.NotCompetent);

        (await _app.UntilAsync(number, "an answer", view => view.NotAccepted is not null)).Decision.ShouldBeNull();
    }

    [Fact]
    public async Task Granted_when_everything_missing_was_handed_in()
    {
        var (filing, number) = await FileAsync(ReservedOutcome.Supplemented);
        var noticed = await _app.UntilAsync(number, "the one-time notice", view => view.Supplement is not null);
        noticed.Supplement!.Deficiencies.Count.ShouldBe(filing.Supplement!.Count);

        await _app.PostAsync(Say(filing, number, "application.supplemented", new JsonObject { ["materials"] = filing.Supplement!.DeepClone() }));

        (await _app.UntilAsync(number, "delivery", view => view.DeliveredAt is not null)).Certificate.ShouldNotBeNull();
    }

    [Fact]
    public async Task Lapsed_when_nothing_was_handed_in_and_the_time_is_over()
    {
        var (_, number) = await FileAsync(ReservedOutcome.Lapsed);
        await _app.UntilAsync(number, "the one-time notice", view => view.Supplement is not null);

        // Weeks later.
        await _app.DisposeAsync();
        _time.Shift = TimeSpan.FromDays(40);
        _app = await StartAsync();

        var lapsed = await _app.UntilAsync(number, "the refusal to accept", view => view.NotAccepted is not null);
        lapsed.Decision.ShouldBeNull();
    }

    [Fact]
    public async Task Waits_for_a_provider_that_is_down_and_is_granted_when_it_is_healed_and_the_case_replayed()
    {
        var (_, number) = await FileAsync(ReservedOutcome.ProviderDown);
        var failed = await _app.UntilAsync(number, "the failure", view => view.Failure is not null);
        failed.AcceptedOn.ShouldBeNull();

        using var http = new HttpClient();
        (await http.PostAsync(new Uri(_provinces.Address, "/control/heal"), null)).EnsureSuccessStatusCode();
        await _app.Client.ReplayAsync(number, "provider healed", CancellationToken.None);

        var granted = await _app.UntilAsync(number, "delivery", view => view.DeliveredAt is not null);
        granted.Certificate.ShouldNotBeNull();
        granted.Generation.ShouldBe(2);
    }

    [Fact]
    public async Task Stays_under_review_and_passes_its_limit_when_the_department_never_answers()
    {
        var (_, number) = await FileAsync(ReservedOutcome.Silent);
        var waiting = await _app.UntilAsync(number, "a review", view => view.Stage.Code == "underReview" && view.Awaiting.Count > 0);
        await _provinces.Journal.WaitUntilAsync(
            journal => journal.Events.Any(received => received.Department is not null), "the request for review", TimeSpan.FromSeconds(60));

        await _app.DisposeAsync();
        _time.Shift = TimeSpan.FromDays(120);
        _app = await StartAsync();

        var late = await _app.Client.StatusAsync(number, CancellationToken.None);
        late.Stage.Code.ShouldBe(waiting.Stage.Code);
        late.WorkingDaysUsed!.Value.ShouldBeGreaterThan(waiting.WorkingDaysUsed!.Value + 60);
        _provinces.Departments.Answers.ShouldAllBe(answer => answer.Value == null);
    }

    [Fact]
    public async Task Can_be_withdrawn_for_no_department_is_faster()
    {
        var (filing, number) = await FileAsync(ReservedOutcome.Withdrawn);
        await _app.UntilAsync(number, "a review", view => view.AcceptedOn is not null && view.Awaiting.Count > 0);

        await _app.PostAsync(Say(filing, number, "application.withdrawn", (JsonObject)filing.Withdrawal!.DeepClone()));

        (await _app.UntilAsync(number, "the withdrawal", view => view.WithdrawnAt is not null)).Decision.ShouldBeNull();
    }

    /// <summary>By the tester's platform: the simulated one does not know of it.</summary>
    private async Task<(Filing Filing, ApplicationNumber Number)> FileAsync(ReservedOutcome outcome)
    {
        var plan = new FaultPlan { Outcomes = new Dictionary<ReservedOutcome, double> { [outcome] = 1 } };
        var application = new ApplicationGenerator(1, [ProvinceCode.Parse("51")], [Item], plan).At(0);
        application.Outcome.ShouldBe(outcome);
        return (application.Filing, await _app.PostAsync(application.Filing.Event));
    }

    private static JsonObject Say(Filing filing, ApplicationNumber number, string type, JsonObject data) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = $"{number}-{type}",
        ["source"] = (string?)filing.Event["source"],
        ["type"] = $"gov.crossregion.{type}.v1",
        ["subject"] = number.Value,
        ["data"] = data,
    };

    private Task<RunningApp> StartAsync() => RunningApp.StartAsync(_data.FullName, _provinces.HostSettings(), _time);
}
