using System.Text.Json;
using System.Text.Json.Nodes;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Portal.Tests.Applications;

namespace CrossRegion.Portal.Tests.ReadModel;

public sealed class ReadModelJsonTests
{
    [Fact]
    public void An_application_on_the_wire_has_camel_case_names_iso_dates_and_words_for_states()
    {
        var json = JsonSerializer.SerializeToNode(SampleApplications.UnderReview, ReadModelJson.Wire)!;

        json["item"]!["nameZh"]!.GetValue<string>().ShouldBe("企业跨省迁移登记");
        json["stage"]!["code"]!.GetValue<string>().ShouldBe("underReview");
        json["acceptedOn"]!.GetValue<string>().ShouldBe("2026-09-28");
        json["receivedAt"]!.GetValue<string>().ShouldBe("2026-09-28T09:30:00+08:00");
        json["awaiting"]![0]!["who"]!.GetValue<string>().ShouldBe("department");
        json["awaiting"]![0]!["what"]!["zh"]!.GetValue<string>().ShouldBe("出具审查意见");
        json["reviews"]!.AsArray().Select(review => review!["state"]!.GetValue<string>()).ShouldBe(["approved", "requested", "waiting"]);
    }

    [Fact]
    public void What_an_application_does_not_have_is_left_out()
    {
        var json = (JsonObject)JsonSerializer.SerializeToNode(SampleApplications.SupplementRequested, ReadModelJson.Wire)!;

        json.ContainsKey("supplement").ShouldBeTrue();
        foreach (var absent in (string[])["acceptedOn", "promisedDueOn", "statutoryDueOn", "provisional", "decision", "certificate", "failure", "withdrawnAt"])
        {
            json.ContainsKey(absent).ShouldBeFalse(absent);
        }
    }

    [Fact]
    public void Chinese_is_readable_on_the_wire()
        => JsonSerializer.Serialize(SampleApplications.Timeline, ReadModelJson.Wire).ShouldContain("四川省政务服务平台送达申请。");

    [Fact]
    public void An_application_survives_the_wire()
    {
        foreach (var (name, application) in SampleApplications.All)
        {
            var wire = JsonSerializer.Serialize(application, ReadModelJson.Wire);
            var back = JsonSerializer.Deserialize<ApplicationView>(wire, ReadModelJson.Wire);
            JsonSerializer.Serialize(back, ReadModelJson.Wire).ShouldBe(wire, name);
        }
    }
}
