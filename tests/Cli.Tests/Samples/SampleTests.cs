using System.Text.Json.Nodes;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Simulators.Samples;
using NJsonSchema;

namespace CrossRegion.Cli.Tests.Samples;

public sealed class SampleTests
{
    private static readonly IReadOnlyList<Sample> All = SampleFolder.Load(SampleFolder.Default);
    private static readonly ServiceCatalogue Catalogue = ServiceCatalogue.Load(CatalogueFolder.Read(CatalogueFolder.Default));

    public static TheoryData<string> Names => [.. All.Select(sample => sample.Name)];

    public static TheoryData<string> Right => [.. All.Where(sample => sample.Expect != Expectation.Rejected).Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_sample_is_as_its_schema_says(string name)
    {
        var schema = await JsonSchema.FromFileAsync(Path.Combine(SampleFolder.Default, "sample.schema.json"));

        schema.Validate(File.ReadAllText(Path.Combine(SampleFolder.Default, name + ".json"))).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Right))]
    public async Task Every_event_is_as_the_published_contract_says(string name)
    {
        var sample = Named(name);

        await ShouldBeAsPublishedAsync("cloudevent", sample.Event);
        await ShouldBeAsPublishedAsync("application.submitted.v1", sample.Event["data"]!);
        if (sample.Supplement is { } materials)
        {
            await ShouldBeAsPublishedAsync("application.supplemented.v1", new JsonObject { ["materials"] = materials.DeepClone() });
        }
        if (sample.Evaluation is { } evaluation)
        {
            await ShouldBeAsPublishedAsync("evaluation.submitted.v1", evaluation);
        }
    }

    [Fact]
    public async Task The_faulty_event_is_not_as_the_contract_says()
    {
        var faulty = All.Where(sample => sample.Expect == Expectation.Rejected).ToList();
        faulty.ShouldNotBeEmpty();

        foreach (var sample in faulty)
        {
            var schema = await SchemaAsync("application.submitted.v1");
            schema.Validate(sample.Event["data"]!.ToJsonString()).Count.ShouldBeGreaterThan(1);
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void Every_check_digit_is_right(string name)
    {
        var sample = Named(name);
        var data = sample.Event["data"]!;

        HandlingCode.Parse((string)data["item"]!);
        foreach (var party in (JsonNode?[])[data["applicant"], data["agent"]])
        {
            if (party?["identifier"] is { } identifier)
            {
                ShouldBeRight((string)identifier["kind"]!, (string)identifier["value"]!);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Right))]
    public void What_a_sample_names_is_in_the_catalogue(string name)
    {
        var sample = Named(name);
        var item = Catalogue.Items.Last(item => item.Code.Value == (string?)sample.Event["data"]!["item"]);

        foreach (var material in sample.Event["data"]!["materials"]!.AsArray().Concat(sample.Supplement ?? []))
        {
            item.FindMaterial(MaterialCode.Parse((string)material!["code"]!)).ShouldNotBeNull($"{material["code"]}");
        }
        foreach (var department in sample.Reviews?.Keys ?? [])
        {
            item.FindDepartment(DepartmentKey.Parse(department)).ShouldNotBeNull(department);
        }
        foreach (var dataItem in sample.Provider?.Keys ?? [])
        {
            item.Materials.ShouldContain(
                material => material.Source is SharedDataSource && ((SharedDataSource)material.Source).Item.Value == dataItem, dataItem);
        }
    }

    [Fact]
    public void Every_item_of_the_catalogue_has_a_sample_that_is_granted() =>
        Catalogue.Items.Where(item => item.Status == VersionStatus.Published).Select(item => item.Code.Value)
            .Except(All.Where(sample => sample.Expect == Expectation.Granted).Select(sample => (string)sample.Event["data"]!["item"]!))
            .ShouldBeEmpty();

    [Fact]
    public void There_is_a_sample_for_every_ending() =>
        Enum.GetValues<Expectation>().Except(All.Select(sample => sample.Expect)).ShouldBeEmpty();

    [Fact]
    public void A_duplicate_is_the_event_of_an_earlier_sample()
    {
        foreach (var duplicate in All.Where(sample => sample.Expect == Expectation.Duplicate))
        {
            All.TakeWhile(sample => sample != duplicate).ShouldContain(sample => JsonNode.DeepEquals(sample.Event, duplicate.Event));
        }
    }

    [Fact]
    public void Reserved_behaviour_is_for_one_applicant_only() =>
        All.Where(sample => sample.Expect is not (Expectation.Duplicate or Expectation.Rejected))
            .GroupBy(sample => sample.Holder).Where(same => same.Count() > 1).ShouldBeEmpty();

    [Fact]
    public void A_file_that_is_no_sample_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("crossregion-samples-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "wrong.json"), """{"title":{"zh":"无","en":"none"},"surprise":1}""");

            Should.Throw<InvalidDataException>(() => SampleFolder.Load(folder.FullName)).Message.ShouldContain("wrong.json");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Sample Named(string name) => All.Single(sample => sample.Name == name);

    private static void ShouldBeRight(string kind, string value)
    {
        if (kind == "uscc")
        {
            UnifiedSocialCreditCode.Parse(value);
        }
        else
        {
            ResidentIdentityNumber.Parse(value);
        }
    }

    private static Task<JsonSchema> SchemaAsync(string name) =>
        JsonSchema.FromFileAsync(Path.Combine(AppContext.BaseDirectory, "events", name + ".schema.json"));

    private static async Task ShouldBeAsPublishedAsync(string schema, JsonNode json) =>
        (await SchemaAsync(schema)).Validate(json.ToJsonString()).ShouldBeEmpty();
}
