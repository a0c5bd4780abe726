using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Events;
using NodaTime;

namespace CrossRegion.Intake.Tests;

public sealed class ApplicationRuleTests
{
    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_under_the_lower_class()
    {
        var submitted = Examples.Submitted
            .With("specversion", "1.1")
            .With("source", "urn:gov:cn:99:zwfw")
            .With("data.applicant.identifier.value", "91350100M000100Y44")
            .With("data.applicant.phone", "call me")
            .With("data.channel", "fax")
            .With("data.materials.0.code", "11450721MB15580811400010400200001777")
            .With("data.materials.1.digest", "sha-256:abc")
            .With("data.colour", "red");

        IntakeUnderTest.Read(submitted).ShouldBeRefused(
            400,
            "specversion not-allowed",
            "data.applicant.phone pattern",
            "data.channel not-allowed",
            "data.materials[1].digest pattern",
            "data.colour unknown-member",
            "source unknown-province",
            "data.applicant.identifier.value check-digit",
            "data.materials[0].code unknown-material");
    }

    [Fact]
    public void An_item_counts_as_in_force_by_the_day_in_beijing()
    {
        var submitted = Examples.Event("application.submitted.v1.person").With("data.materials", new JsonArray());
        var firstDay = Instant.FromUtc(2025, 8, 31, 16, 0);

        Read(submitted, Instant.FromUtc(2023, 12, 31, 15, 59)).ShouldBeRefused(422, "data.item not-in-force");
        Read(submitted, Instant.FromUtc(2023, 12, 31, 16, 0)).Accepted.ShouldBeTrue();
        Read(submitted, firstDay.Minus(Duration.FromSeconds(1))).Accepted.ShouldBeTrue("the first version is in force to the end of its last day");
        Read(submitted, firstDay).Accepted.ShouldBeTrue("the second version follows without a gap");
    }

    [Fact]
    public void Materials_are_those_of_the_version_in_force()
    {
        var submitted = Examples.Event("application.submitted.v1.person");
        var code = (string)submitted["data"]!["item"]!;
        submitted.With("data.materials", new JsonArray(new JsonObject
        {
            ["code"] = code + "004",
            ["title"] = "only in the first version",
            ["digest"] = "sha-256:" + new string('0', 64),
        }));

        Read(submitted, Instant.FromUtc(2025, 8, 1, 0, 0)).Accepted.ShouldBeTrue();
        Read(submitted, IntakeUnderTest.Now).ShouldBeRefused(422, "data.materials[0].code unknown-material");
    }

    [Theory]
    [InlineData("91350100M000100Y4I", "character")]
    [InlineData("91350100M000100Y34", "check-digit")]
    [InlineData("913501A0M000100Y43", "character")]
    public void A_credit_code_with_a_wrong_character_is_told_exactly(string value, string code) =>
        IntakeUnderTest.Read(Examples.Submitted.With("data.applicant.identifier.value", value))
            .ShouldBeRefused(422, $"data.applicant.identifier.value {code}");

    [Theory]
    [InlineData("11010519491331002X", "date")]
    [InlineData("110105194912310020", "check-digit")]
    [InlineData("1101051949123100AX", "character")]
    public void A_resident_number_with_a_wrong_character_is_told_exactly(string value, string code) =>
        IntakeUnderTest.Read(Examples.Submitted.With("data.agent.identifier.value", value))
            .ShouldBeRefused(422, $"data.agent.identifier.value {code}");

    [Fact]
    public void A_small_x_is_the_same_resident_number()
    {
        var result = IntakeUnderTest.Read(Examples.Submitted.With("data.agent.identifier.value", "11010519491231002x"));

        result.Events.ShouldHaveSingleItem().ShouldBeOfType<ApplicationSubmitted>().Data.Agent.ShouldNotBeNull().Identifier.Value.ShouldBe("11010519491231002X");
    }

    [Fact]
    public void A_person_with_a_credit_code_is_told_so_once_per_fault()
    {
        var submitted = Examples.Event("application.submitted.v1.person")
            .With("data.applicant.identifier", new JsonObject { ["kind"] = "uscc", ["value"] = "91350100M000100Y44" });

        IntakeUnderTest.Read(submitted).ShouldBeRefused(
            422, "data.applicant.identifier.kind identifier-kind", "data.applicant.identifier.value check-digit");
    }

    [Fact]
    public void An_application_from_outside_the_items_scope_is_no_bad_input()
    {
        // 不予受理 is a decision with a receipt (行政许可法 art. 32(2)), not a validation error.
        var item = IntakeUnderTest.Catalogue.Items.First(item => (string)Examples.Submitted["data"]!["item"]! == item.Code.Value);
        item.Scope.Select(province => province.Value).ShouldNotContain("65");

        IntakeUnderTest.Read(Examples.Submitted.With("source", "urn:gov:cn:65:zwfw")).Accepted.ShouldBeTrue();
    }

    [Theory]
    [InlineData("a b", "subject pattern", 400)]
    [InlineData("a\u00a0b", "subject pattern", 400)]
    [InlineData("", "subject too-short", 400)]
    [InlineData("a\u2003b", "subject invisible-character", 422)]
    [InlineData("a\u202eb", "subject invisible-character", 422)]
    [InlineData("a\u2028b", "subject invisible-character", 422)]
    public void A_reference_is_made_of_what_can_be_seen(string subject, string fault, int status) =>
        IntakeUnderTest.Read(Examples.Submitted.With("subject", subject)).ShouldBeRefused(status, fault);

    [Theory]
    [InlineData("https://[::1", "uri")]
    [InlineData("https://:80/x", "uri")]
    public void An_address_that_is_none_is_refused(string uri, string code) =>
        IntakeUnderTest.Read(Examples.Submitted.With("data.materials.0.uri", uri)).ShouldBeRefused(422, $"data.materials[0].uri {code}");

    [Fact]
    public void A_form_has_at_most_fifty_statements()
    {
        static JsonObject Statements(int count) => new(Enumerable.Range(0, count).Select(i => KeyValuePair.Create($"s{i}", (JsonNode?)"x")));

        IntakeUnderTest.Read(Examples.Submitted.With("data.statements", Statements(50))).Accepted.ShouldBeTrue();
        IntakeUnderTest.Read(Examples.Submitted.With("data.statements", Statements(51))).ShouldBeRefused(400, "data.statements too-many");
        IntakeUnderTest.Read(Examples.Submitted.With("data.statements.long", new string('x', 501))).ShouldBeRefused(400, "data.statements.long too-long");
    }

    [Theory]
    [InlineData(50, true)]
    [InlineData(51, false)]
    public void A_statement_has_a_name_of_at_most_fifty_characters(int length, bool isTaken) =>
        IntakeUnderTest.Read(Examples.Submitted.With($"data.statements.{new string('名', length)}", "x")).Accepted.ShouldBe(isTaken);

    [Theory]
    [InlineData("")]
    [InlineData("a\n")]
    [InlineData("a\u007f")]
    public void A_statement_has_a_name_that_can_be_read(string name) =>
        IntakeUnderTest.Read(Examples.Submitted.With("data.statements", new JsonObject { [name] = "x" })).Problem!.Faults.Single().Code.ShouldBe("unknown-member");

    private static Functions.Intake.IntakeResult Read(JsonObject structured, Instant now) =>
        IntakeUnderTest.Reader.Read(IntakeUnderTest.Structured, [], System.Text.Encoding.UTF8.GetBytes(structured.ToJsonString()), now);
}
