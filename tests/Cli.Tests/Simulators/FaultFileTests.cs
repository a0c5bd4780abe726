using System.Text.Json.Nodes;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Reserved;
using NJsonSchema;

namespace CrossRegion.Cli.Tests.Simulators;

public sealed class FaultFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "simulators");

    [Fact]
    public void What_is_not_there_does_not_happen()
    {
        var plan = Read("{}");

        plan.Providers.Answers.ShouldBe(AnswerFaults.None);
        plan.Departments.Posts.ShouldBe(PostFaults.None);
        plan.Departments.Time.ShouldBeNull();
        plan.Exchange.ShouldBe(LineFaults.None);
        plan.Outcomes.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_example_is_right_by_the_reader_and_by_the_schema()
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, "chaos.json"));

        (await SchemaAsync()).Validate(text).ShouldBeEmpty();
        var plan = Read(text);
        plan.Providers.Answers.Errors.ShouldBe(new Dictionary<int, double> { [500] = 0.02, [503] = 0.1 });
        plan.Providers.Answers.Outages.ShouldBe([new Outage(5, 7)]);
        plan.Platforms.Posts.ShouldBe(new PostFaults { Duplicates = new Delayed(0.2, 3), Reordered = new Delayed(0.1, 2), Malformed = 0.1, WrongKeys = 0.05 });
        plan.Exchange.Answers.Outages.ShouldBe([new Outage(10, 12)]);
        (plan.Exchange with { Answers = AnswerFaults.None }).ShouldBe(new LineFaults
        {
            WrongSignatures = 0.02,
            WrongReceipts = 0.01,
            Duplicates = new Delayed(0.1, 3),
            Reordered = new Delayed(0.1, 1),
        });
        plan.Outcomes[ReservedOutcome.Withdrawn].ShouldBe(0.1);

        // Eight working hours at most, each half a second long.
        Enumerable.Range(0, 200).Select(index => plan.Departments.Time!.Draw(new Chance(1).About($"{index}"))).Max().ShouldBe(TimeSpan.FromSeconds(4));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        FaultPlan.TryRead(
            "bad.json",
            """
            {
              "secondsPerWorkingHour": 0,
              "surprise": 1,
              "providers": {
                "time": {"constant": 1},
                "answers": {
                  "latency": {"constant": 1, "uniform": {"least": 1, "most": 2}},
                  "errors": {"200": 0.5, "503": 0.7},
                  "lost": 0.4,
                  "outages": [{"from": 9, "to": 3}]
                }
              },
              "departments": {
                "time": {"logNormal": {"median": 5, "p95": 1}, "unit": "weeks"},
                "posts": {"duplicates": {"within": 1}, "malformed": 2}
              },
              "notices": {"posts": {}},
              "exchange": {"answers": {"malformed": 1, "lost": 2}, "wrongSignatures": -1, "wrongKeys": 0.5, "reordered": {}},
              "outcomes": {"refused": 0.8, "silent": 0.8, "granted": 0.1}
            }
            """,
            out _,
            out var faults).ShouldBeFalse();

        faults.Select(fault => $"{fault.Path} {fault.Code}").Order(StringComparer.Ordinal).ShouldBe(new[]
        {
            "bad.json#/secondsPerWorkingHour range",
            "bad.json#/surprise unknown-property",
            "bad.json#/providers/time unknown-property",
            "bad.json#/providers/answers/latency/constant distribution",
            "bad.json#/providers/answers/errors/200 unknown-property",
            "bad.json#/providers/answers/outages/0/to order",
            "bad.json#/departments/time/logNormal/p95 order",
            "bad.json#/departments/time/unit unit",
            "bad.json#/departments/posts/duplicates/rate missing",
            "bad.json#/departments/posts/malformed range",
            "bad.json#/notices/posts unknown-property",
            "bad.json#/exchange/answers/malformed unknown-property",
            "bad.json#/exchange/answers/lost range",
            "bad.json#/exchange/wrongSignatures range",
            "bad.json#/exchange/wrongKeys unknown-property",
            "bad.json#/exchange/reordered/rate missing",
            "bad.json#/outcomes/granted unknown-property",
            "bad.json#/outcomes/refused sum",
        }.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rates_of_errors_are_one_in_all_at_most()
    {
        FaultPlan.TryRead("bad.json", """{"notices":{"answers":{"errors":{"503":0.7},"lost":0.4}}}""", out _, out var faults).ShouldBeFalse();

        faults.ShouldHaveSingleItem().ToString().ShouldStartWith("bad.json#/notices/answers/errors: sum");
    }

    [Fact]
    public void What_is_no_JSON_is_told_with_its_place()
    {
        FaultPlan.TryRead("bad.json", "{\n  \"notices\": ,\n}", out _, out var faults).ShouldBeFalse();

        faults.ShouldHaveSingleItem().MessageZh.ShouldContain("第2行");
    }

    /// <summary>Reader and schema judge the same, one value at a time. Sums and orders are beyond a schema.</summary>
    [Theory]
    [InlineData("""{"providers":{"answers":{"malformed":1}}}""", true)]
    [InlineData("""{"departments":{"answers":{"malformed":1}}}""", false)]
    [InlineData("""{"departments":{"answers":{"lost":1.01}}}""", false)]
    [InlineData("""{"departments":{"answers":{"errors":{"599":1}}}}""", true)]
    [InlineData("""{"departments":{"answers":{"errors":{"600":1}}}}""", false)]
    [InlineData("""{"departments":{"answers":{"errors":{"teapot":1}}}}""", false)]
    [InlineData("""{"platforms":{"answers":{"outages":[]}}}""", false)]
    [InlineData("""{"platforms":{"answers":{"outages":[{"from":0}]}}}""", false)]
    [InlineData("""{"platforms":{"answers":{"outages":[{"from":0,"to":86400}]}}}""", true)]
    [InlineData("""{"platforms":{"answers":{"latency":{"most":1}}}}""", false)]
    [InlineData("""{"platforms":{"answers":{"latency":{"constant":1,"unit":"workingHours"}}}}""", false)]
    [InlineData("""{"platforms":{"time":{"constant":1,"unit":"workingHours"}}}""", true)]
    [InlineData("""{"platforms":{"time":{"exponential":{"mean":1},"constant":1}}}""", false)]
    [InlineData("""{"platforms":{"time":{"uniform":{"least":1}}}}""", false)]
    [InlineData("""{"platforms":{"time":{"logNormal":{"median":0,"p95":1}}}}""", false)]
    [InlineData("""{"platforms":{"time":{"constant":86401}}}""", false)]
    [InlineData("""{"platforms":{"posts":{"reordered":{"rate":0.5,"within":3601}}}}""", false)]
    [InlineData("""{"platforms":{"posts":{"reordered":{"rate":0.5}}}}""", true)]
    [InlineData("""{"platforms":{"posts":{"wrongKeys":1}}}""", true)]
    [InlineData("""{"exchange":{"wrongSignatures":0.5,"wrongReceipts":0.5,"duplicates":{"rate":1},"answers":{"lost":1}}}""", true)]
    [InlineData("""{"exchange":{"answers":{"malformed":1}}}""", false)]
    [InlineData("""{"exchange":{"wrongReceipts":1.5}}""", false)]
    [InlineData("""{"exchange":{"posts":{}}}""", false)]
    [InlineData("""{"notices":{"time":{"constant":1}}}""", false)]
    [InlineData("""{"secondsPerWorkingHour":3601}""", false)]
    [InlineData("""{"outcomes":{"lapsed":"often"}}""", false)]
    public async Task The_schema_and_the_reader_agree(string text, bool right)
    {
        FaultPlan.TryRead("f.json", text, out _, out _).ShouldBe(right);
        ((await SchemaAsync()).Validate(text).Count == 0).ShouldBe(right);
    }

    [Fact]
    public async Task Every_outcome_that_can_be_asked_for_is_in_the_schema()
    {
        var schema = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(Folder, "faults.schema.json")))!;

        schema["properties"]!["outcomes"]!["properties"]!.AsObject().Select(property => property.Key)
            .ShouldBe(Enum.GetValues<ReservedOutcome>().Where(outcome => outcome != ReservedOutcome.Granted).Select(ReservedApplicant.NameOf));
    }

    private static FaultPlan Read(string text)
    {
        FaultPlan.TryRead("f.json", text, out var plan, out var faults).ShouldBeTrue(string.Join("; ", faults));
        return plan!;
    }

    private static Task<JsonSchema> SchemaAsync() => JsonSchema.FromFileAsync(Path.Combine(Folder, "faults.schema.json"));
}
