using System.Text.Json.Nodes;

namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>What a post was answered with.</summary>
internal sealed record Answer(int Status, JsonNode Body)
{
    public bool Duplicate => (bool)Body["accepted"]![0]!["duplicate"]!;

    /// <summary>The application number.</summary>
    public string ShouldBeAccepted()
    {
        Status.ShouldBe(202, Body.ToJsonString());
        return (string)Body["accepted"]![0]!["applicationNumber"]!;
    }

    /// <param name="fault">The code of the only fault.</param>
    public void ShouldBeRefused(int status, string fault)
    {
        Status.ShouldBe(status, Body.ToJsonString());
        Body["faults"]!.AsArray().ShouldHaveSingleItem()!["code"]!.GetValue<string>().ShouldBe(fault);
    }
}
