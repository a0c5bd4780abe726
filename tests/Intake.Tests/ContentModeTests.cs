using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

public sealed class ContentModeTests
{
    [Theory]
    [InlineData("application/cloudevents+json")]
    [InlineData("application/cloudevents+json; charset=utf-8")]
    [InlineData("Application/CloudEvents+JSON; charset=\"UTF-8\"")]
    public void A_structured_event_is_its_body(string contentType)
    {
        var result = IntakeUnderTest.Read(contentType, Examples.ReadValid("application.withdrawn.v1"));

        result.Accepted.ShouldBeTrue(result.Problem?.ToString());
        result.Events.ShouldHaveSingleItem().ShouldBeOfType<ApplicationWithdrawn>().Data.Reason.ShouldBe("项目取消。");
    }

    [Fact]
    public void A_binary_event_has_its_attributes_in_headers_and_its_data_in_the_body()
    {
        var example = Examples.Submitted;

        var result = IntakeUnderTest.Read(IntakeUnderTest.Binary, example["data"]!.ToJsonString(), BinaryHeaders(example));

        result.Accepted.ShouldBeTrue(result.Problem?.ToString());
        var binary = result.Events.ShouldHaveSingleItem().ShouldBeOfType<ApplicationSubmitted>();
        var structured = IntakeUnderTest.Read(example).Events.ShouldHaveSingleItem().ShouldBeOfType<ApplicationSubmitted>();
        (binary.Id, binary.Source, binary.Subject, binary.Time).ShouldBe((structured.Id, structured.Source, structured.Subject, structured.Time));
        binary.Data.Applicant.ShouldBe(structured.Data.Applicant);
        binary.Data.Materials.ShouldBe(structured.Data.Materials);
        JsonNode.DeepEquals(Examples.Parse(binary.RawJson), Examples.Parse(structured.RawJson)).ShouldBeTrue(binary.RawJson);
    }

    [Fact]
    public void A_header_is_percent_decoded()
    {
        var example = Examples.Submitted.With("subject", "川办〔2026〕12号");

        var result = IntakeUnderTest.Read(IntakeUnderTest.Binary, example["data"]!.ToJsonString(), BinaryHeaders(example));

        result.Events.ShouldHaveSingleItem(result.Problem?.ToString()).Subject.ShouldBe("川办〔2026〕12号");
    }

    [Fact]
    public void Plain_json_without_headers_lacks_every_attribute()
    {
        IntakeUnderTest.Read(IntakeUnderTest.Binary, Examples.Submitted["data"]!.ToJsonString())
            .ShouldBeRefused(400, "specversion required", "id required", "source required", "type required", "subject required");
    }

    [Fact]
    public void A_header_that_comes_twice_or_carries_what_is_no_attribute_is_a_fault()
    {
        var example = Examples.Submitted;
        (string, string)[] headers = [.. BinaryHeaders(example), ("ce-id", "another"), ("ce-data", "{}"), ("CE-DataContentType", "text/plain")];

        IntakeUnderTest.Read(IntakeUnderTest.Binary, example["data"]!.ToJsonString(), headers)
            .ShouldBeRefused(400, "id header", "id required", "data header", "datacontenttype header");
    }

    [Fact]
    public void Faults_of_the_data_in_binary_mode_are_below_data()
    {
        var example = Examples.Event("evaluation.submitted.v1");

        IntakeUnderTest.Read(IntakeUnderTest.Binary, """{"satisfaction": 9, "stars": 5, "stars": 4}""", BinaryHeaders(example))
            .ShouldBeRefused(400, "data.stars duplicate-member", "data.satisfaction out-of-range", "data.stars unknown-member");
    }

    [Theory]
    [InlineData(null, "content-type")]
    [InlineData("", "content-type")]
    [InlineData("text/plain", "content-type")]
    [InlineData("application/xml", "content-type")]
    [InlineData("application/", "content-type")]
    [InlineData("application/cloudevents+xml", "content-type")]
    [InlineData("application/cloudevents+json; charset=gb18030", "charset")]
    [InlineData("application/json;charset=utf-16", "charset")]
    public void Another_content_type_is_not_supported(string? contentType, string code) =>
        IntakeUnderTest.Read(contentType, Examples.ReadValid("application.submitted.v1")).ShouldBeRefused(415, $" {code}");

    [Fact]
    public void A_batch_is_taken_in_its_order()
    {
        string[] names = ["application.submitted.v1", "review.decided.v1", "evaluation.submitted.v1", "application.supplemented.v1"];

        var result = IntakeUnderTest.Read(IntakeUnderTest.Batch, Batch(names.Select(Examples.Event)));

        result.Accepted.ShouldBeTrue(result.Problem?.ToString());
        result.Events.Select(incoming => incoming.Type).ShouldBe(names.Select(name => EventTypes.Prefix + name));
    }

    [Fact]
    public void One_bad_event_refuses_the_batch_and_every_fault_has_its_index()
    {
        JsonObject[] events =
        [
            Examples.Submitted.Without("data.item"),
            Examples.Event("review.decided.v1"),
            Examples.Event("evaluation.submitted.v1").With("data.satisfaction", 0).Without("id"),
            Examples.Submitted.With("data.agent.identifier.value", "110105194912310021"),
        ];

        IntakeUnderTest.Read(IntakeUnderTest.Batch, Batch(events)).ShouldBeRefused(
            400,
            "[0].data.item required",
            "[2].data.satisfaction out-of-range",
            "[2].id required",
            "[3].data.agent.identifier.value check-digit");
    }

    [Fact]
    public void An_element_of_a_batch_that_is_no_object_is_told_by_its_index() =>
        IntakeUnderTest.Read(IntakeUnderTest.Batch, "[1, null, []]").ShouldBeRefused(400, "[0] type", "[1] type", "[2] type");

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public void A_batch_has_one_to_a_hundred_events(int count) =>
        IntakeUnderTest.Read(IntakeUnderTest.Batch, Batch(Repeat(count))).Events.Count.ShouldBe(count);

    [Fact]
    public void A_batch_of_a_hundred_and_one_is_too_many() =>
        IntakeUnderTest.Read(IntakeUnderTest.Batch, Batch(Repeat(101))).ShouldBeRefused(400, " too-many");

    [Fact]
    public void An_empty_batch_is_too_few() => IntakeUnderTest.Read(IntakeUnderTest.Batch, "[]").ShouldBeRefused(400, " too-few");

    [Fact]
    public void A_single_event_is_no_batch_and_a_batch_no_single_event()
    {
        IntakeUnderTest.Read(IntakeUnderTest.Batch, Examples.ReadValid("application.submitted.v1")).ShouldBeRefused(400, " type");
        IntakeUnderTest.Read(IntakeUnderTest.Structured, Batch(Repeat(1))).ShouldBeRefused(400, " type");
    }

    private static IEnumerable<JsonObject> Repeat(int count) => Enumerable.Range(0, count).Select(_ => Examples.Event("application.withdrawn.v1"));

    private static string Batch(IEnumerable<JsonObject> events) => new JsonArray([.. events]).ToJsonString();

    private static (string Name, string Value)[] BinaryHeaders(JsonObject structured) =>
        [.. structured.Where(attribute => attribute.Key is not ("data" or "datacontenttype")).Select(attribute => ("ce-" + attribute.Key, Uri.EscapeDataString(attribute.Value!.ToString())))];
}
