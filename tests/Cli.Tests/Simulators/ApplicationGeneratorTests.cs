using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Load;
using CrossRegion.Simulators.Reserved;
using NJsonSchema;
using NodaTime;

namespace CrossRegion.Cli.Tests.Simulators;

public sealed class ApplicationGeneratorTests
{
    private const int Many = 400;

    private static readonly IReadOnlyList<ServiceItem> Items =
        [.. ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default)).InForce(new LocalDate(2026, 3, 2))];

    private static readonly IReadOnlyList<ProvinceCode> Provinces = [ProvinceCode.Parse("51"), ProvinceCode.Parse("50")];

    [Fact]
    public void The_same_seed_makes_the_same_applications_and_another_makes_others()
    {
        Events(7).ShouldBe(Events(7));
        Events(7).Intersect(Events(8)).ShouldBeEmpty();

        static List<string> Events(int seed) => [.. Generate(seed, Chaos).Take(50).Select(application => application.Filing.Event.ToJsonString())];
    }

    [Fact]
    public async Task Every_event_is_by_the_published_contract_and_every_check_digit_is_right()
    {
        var envelope = await SchemaAsync("cloudevent");
        var submitted = await SchemaAsync("application.submitted.v1");
        var supplemented = await SchemaAsync("application.supplemented.v1");
        foreach (var application in Generate(7, Chaos).Take(Many))
        {
            var filing = application.Filing;
            envelope.Validate(filing.Event.ToJsonString()).ShouldBeEmpty();
            submitted.Validate(filing.Event["data"]!.ToJsonString()).ShouldBeEmpty();
            if (filing.Supplement is { } materials)
            {
                supplemented.Validate(new JsonObject { ["materials"] = materials.DeepClone() }.ToJsonString()).ShouldBeEmpty();
            }

            ReservedApplicant.OutcomeOf(filing.Holder).ShouldBe(application.Outcome);
            if ((string?)filing.Event["data"]!["applicant"]!["identifier"]!["kind"] == "uscc")
            {
                UnifiedSocialCreditCode.Parse(filing.Holder!);
            }
            else
            {
                ResidentIdentityNumber.Parse(filing.Holder!);
            }
        }
    }

    [Fact]
    public void Every_item_every_province_and_every_outcome_occurs_and_no_applicant_twice()
    {
        var generated = Generate(7, Chaos).Take(Many).ToList();

        generated.Select(application => (string)application.Filing.Event["data"]!["item"]!).Distinct().Count().ShouldBe(Items.Count);
        generated.Where(application => application.Outcome != ReservedOutcome.NotCompetent)
            .Select(application => ((string)application.Filing.Event["source"]!)[11..13]).Distinct().ShouldBe(["51", "50"], ignoreOrder: true);
        generated.Select(application => application.Outcome).Distinct().ShouldBe(Enum.GetValues<ReservedOutcome>(), ignoreOrder: true);
        ((double)generated.Count(application => application.Outcome == ReservedOutcome.Refused) / Many).ShouldBe(0.1, 0.05);
        generated.Select(application => application.Filing.Holder).ShouldBeUnique();
        generated.Select(application => application.Filing.Reference).ShouldBeUnique();
    }

    [Fact]
    public void One_to_the_wrong_authority_comes_from_outside_the_scope_of_its_item()
    {
        foreach (var application in Generate(7, Chaos).Take(Many).Where(application => application.Outcome == ReservedOutcome.NotCompetent))
        {
            var item = Items.Single(item => item.Code.Value == (string?)application.Filing.Event["data"]!["item"]);
            item.Scope.ShouldNotContain(ProvinceCode.Parse(((string)application.Filing.Event["source"]!)[11..13]));
        }
    }

    [Fact]
    public void Without_a_plan_everything_is_to_be_granted() =>
        Generate(7, FaultPlan.None).Take(Many).ShouldAllBe(application => application.Outcome == ReservedOutcome.Granted);

    [Fact]
    public void Provinces_in_which_nothing_can_be_applied_for_are_refused() =>
        Should.Throw<ArgumentException>(() => new ApplicationGenerator(1, [ProvinceCode.Parse("65")], Items, FaultPlan.None));

    private static FaultPlan Chaos { get; } = ReadChaos();

    private static IEnumerable<GeneratedApplication> Generate(int seed, FaultPlan plan)
    {
        var generator = new ApplicationGenerator(seed, Provinces, Items, plan);
        return Enumerable.Range(0, ReservedApplicant.Serials).Select(generator.At);
    }

    private static FaultPlan ReadChaos()
    {
        FaultPlan.TryRead(
            "chaos.json", File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "simulators", "chaos.json")), out var plan, out _).ShouldBeTrue();
        return plan!;
    }

    private static Task<JsonSchema> SchemaAsync(string name) =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "events", name + ".schema.json"));
}
