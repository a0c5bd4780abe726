using System.Text.Json;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Events;

namespace CrossRegion.Intake.Tests;

public sealed class IncomingEventTests
{
    public static TheoryData<string> Incoming => [.. Examples.Valid.Where(name => EventTypes.Incoming.Contains((string)Examples.Event(name)["type"]!))];

    [Fact]
    public void An_application_is_read_into_the_words_of_the_field()
    {
        var submitted = (ApplicationSubmitted)IntakeUnderTest.Read(Examples.Submitted).Events[0];

        submitted.Province.Value.ShouldBe("51");
        submitted.Source.Name.ShouldBe("zwfw");
        submitted.Subject.ShouldBe("SC-2026-000123");
        submitted.Time.ShouldBe(new DateTimeOffset(2026, 3, 2, 9, 15, 0, TimeSpan.FromHours(8)));
        submitted.Data.Item.Value.ShouldBe("11450721MB15580811400010400200001");
        submitted.Data.Applicant.Type.ShouldBe(ApplicantType.Enterprise);
        (submitted.Data.Applicant.Identifier!.Kind.ToString(), submitted.Data.Applicant.Identifier.Value).ShouldBe(("Uscc", "91350100M000100Y43"));
        submitted.Data.Agent.ShouldNotBeNull().Identifier.Kind.ToString().ShouldBe("ResidentId");
        submitted.Data.Channel.ShouldBe(HandlingForm.Computer);
        submitted.Data.Materials.Count.ShouldBe(2);
        submitted.Data.Materials[0].Uri.ShouldBe(new Uri("https://files.zwfw.example.cn/SC-2026-000123/1"));
        submitted.Data.Statements["annualConsumption"].ShouldBe("5600 tce");
    }

    [Fact]
    public void What_is_not_said_has_its_default()
    {
        var submitted = (ApplicationSubmitted)IntakeUnderTest.Read(Examples.Event("application.submitted.v1.minimal")).Events[0];

        submitted.Time.ShouldBeNull();
        submitted.Data.Agent.ShouldBeNull();
        submitted.Data.Language.ShouldBe("zh-CN");
        submitted.Data.Materials.ShouldBeEmpty();
        submitted.Data.Statements.ShouldBeEmpty();
    }

    [Fact]
    public void An_attribute_that_is_null_counts_as_absent()
    {
        var withNull = Examples.Submitted.With("time", null).With("extension", null);

        IntakeUnderTest.Read(withNull).Events.ShouldHaveSingleItem().Time.ShouldBeNull();
        IntakeUnderTest.Read(Examples.Submitted.With("id", null)).ShouldBeRefused(400, "id required");
        IntakeUnderTest.Read(Examples.Submitted.With("data", null)).ShouldBeRefused(400, "data type");
    }

    [Theory, MemberData(nameof(Incoming))]
    public void An_event_is_written_and_read_back_the_same(string name)
    {
        var incoming = IntakeUnderTest.Read(Examples.Event(name)).Events[0];

        var json = JsonSerializer.Serialize(incoming, EventJson.Options);
        var back = JsonSerializer.Deserialize<IncomingEvent>(json, EventJson.Options).ShouldNotBeNull();

        back.ShouldBeOfType(incoming.GetType());
        JsonSerializer.Serialize(back, EventJson.Options).ShouldBe(json);
        (back.Id, back.Source, back.Subject, back.Time, back.RawJson).ShouldBe((incoming.Id, incoming.Source, incoming.Subject, incoming.Time, incoming.RawJson));
    }

    [Theory, MemberData(nameof(Incoming))]
    public void What_may_reach_a_log_has_no_personal_data(string name)
    {
        var incoming = IntakeUnderTest.Read(Examples.Event(name)).Events[0];

        incoming.ToString().ShouldBe($"{incoming.Type} {incoming.Id} from {incoming.Source}");
        if (incoming is ApplicationSubmitted { Data: var data })
        {
            $"{data.Applicant} {data.Agent} {data.Applicant.Identifier}".ShouldNotContain(data.Applicant.Identifier!.Value);
            $"{data.Applicant} {data.Agent}".ShouldNotContain(data.Applicant.Name);
        }
    }
}
