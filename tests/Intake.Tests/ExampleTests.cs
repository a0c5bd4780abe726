using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

public sealed class ExampleTests
{
    public static TheoryData<string> ValidExamples => [.. Examples.Valid];

    public static TheoryData<string> InvalidExamples => [.. Examples.Invalid];

    [Theory, MemberData(nameof(ValidExamples))]
    public void A_valid_example_satisfies_envelope_and_schema(string name)
    {
        var example = Examples.Event(name);

        IntakeUnderTest.Schemas.ValidateEnvelope(example.ToJsonString()).ShouldBeEmpty();
        IntakeUnderTest.Schemas.Validate((string)example["type"]!, example["data"]!.ToJsonString()).ShouldBeEmpty();
    }

    [Theory, MemberData(nameof(ValidExamples))]
    public void A_valid_example_is_accepted_when_it_is_incoming_and_refused_when_only_we_send_it(string name)
    {
        var example = Examples.Event(name);
        var type = (string)example["type"]!;

        var result = IntakeUnderTest.Read(IntakeUnderTest.Structured, Examples.ReadValid(name));

        if (EventTypes.Incoming.Contains(type))
        {
            result.Accepted.ShouldBeTrue(result.Problem?.ToString());
            result.Events.ShouldHaveSingleItem().Type.ShouldBe(type);
        }
        else
        {
            result.ShouldBeRefused(400, "type not-incoming");
        }
    }

    [Theory, MemberData(nameof(InvalidExamples))]
    public void An_invalid_example_gets_exactly_the_answer_it_names(string name)
    {
        var example = Examples.ReadInvalid(name);
        var expected = example["expected"]!;

        var result = IntakeUnderTest.Read(example["event"]!);

        result.ShouldBeRefused(
            (int)expected["status"]!,
            [.. expected["faults"]!.AsArray().Select(fault => $"{fault!["path"]} {fault["code"]}")]);
    }

    [Fact]
    public void Every_type_has_a_schema_and_an_example_and_no_schema_is_without_a_type()
    {
        var types = typeof(EventTypes).GetFields().Where(field => field.IsLiteral && field.Name != nameof(EventTypes.Prefix))
            .Select(field => (string)field.GetRawConstantValue()!).ToList();

        types.Count.ShouldBe(22);
        IntakeUnderTest.Schemas.Types.ShouldBe(types, ignoreOrder: true);
        Examples.Valid.Select(name => (string)Examples.Event(name)["type"]!).Distinct().ShouldBe(types, ignoreOrder: true);
    }
}
