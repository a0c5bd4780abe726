using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

public sealed class CaseEventTests
{
    [Theory]
    [InlineData("application.supplemented.v1")]
    [InlineData("application.withdrawn.v1")]
    [InlineData("review.decided.v1")]
    [InlineData("evaluation.submitted.v1")]
    public void The_subject_is_an_application_number_with_its_check_character(string name)
    {
        var number = (string)Examples.Event(name)["subject"]!;

        IntakeUnderTest.Read(Examples.Event(name).With("subject", "99" + number[2..])).ShouldBeRefused(422, "subject unknown-province");
        IntakeUnderTest.Read(Examples.Event(name).With("subject", number[..^1] + (number[^1] == '0' ? '1' : '0'))).ShouldBeRefused(422, "subject check-digit");
        IntakeUnderTest.Read(Examples.Event(name).With("subject", number[..^1])).ShouldBeRefused(422, "subject length");
    }

    [Fact]
    public void A_number_in_small_letters_and_groups_is_the_same_case()
    {
        var withdrawn = Examples.Event("application.withdrawn.v1");
        var number = (string)withdrawn["subject"]!;

        var result = IntakeUnderTest.Read(withdrawn.With("subject", $"{number[..2]}-{number[2..].ToLowerInvariant()}"));

        var incoming = result.Events.ShouldHaveSingleItem(result.Problem?.ToString()).ShouldBeOfType<ApplicationWithdrawn>();
        incoming.Subject.ShouldBe(number);
        incoming.Number.Value.ShouldBe(number);
    }

    [Fact]
    public void A_supplement_may_hold_any_material_the_catalogue_has_but_each_once()
    {
        var supplemented = Examples.Event("application.supplemented.v1");
        supplemented["data"]!["materials"]!.AsArray().Add(supplemented["data"]!["materials"]![0]!.DeepClone());

        IntakeUnderTest.Read(supplemented).ShouldBeRefused(422, "data.materials[1].code duplicate-material");
        IntakeUnderTest.Read(Examples.Event("application.supplemented.v1").With("data.materials.0.code", "11450721MB15580811400010400200001888"))
            .ShouldBeRefused(422, "data.materials[0].code unknown-material");
    }

    [Fact]
    public void A_refusal_needs_reasons_and_an_approval_none()
    {
        var refused = Examples.Event("review.decided.v1").With("data.outcome", "refused");

        IntakeUnderTest.Read(refused).ShouldBeRefused(422, "data.reasons reasons-required");
        IntakeUnderTest.Read(Examples.Event("review.decided.v1.refused").With("data.reasons", new System.Text.Json.Nodes.JsonArray()))
            .ShouldBeRefused(422, "data.reasons reasons-required");
        IntakeUnderTest.Read(Examples.Event("review.decided.v1.refused").With("data.reasons", "because")).ShouldBeRefused(400, "data.reasons type");
    }
}
