using System.Text.Json.Nodes;

namespace CrossRegion.Cli.Tests.Commands;

public sealed class IdentifierCommandTests
{
    [Theory]
    [InlineData("uscc", "91350100M000100Y43")]
    [InlineData("resident-id", "11010519491231002X")]
    [InlineData("item-code", "000104002000")]
    [InlineData("item-code", "11450721MB155808114000104002000")]
    [InlineData("item-code", "11450721MB15580811400010400200001")]
    public async Task A_right_identifier_is_said_to_be_right(string kind, string value)
    {
        var run = await CommandRun.OfAsync("identifier", kind, value);

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith(value);
        run.Error.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("uscc", "91350100M000100Y44", "3")]
    [InlineData("resident-id", "110105194912310021", "X")]
    [InlineData("item-code", "0001040020", "12、31或33")]
    [InlineData("e-certificate", "1.2.3", "1.2.156.3005.2")]
    [InlineData("application-number", "51", "19")]
    public async Task A_wrong_identifier_is_told_exactly_what_is_wrong(string kind, string value, string said)
    {
        var run = await CommandRun.OfAsync("identifier", kind, value);

        run.ExitCode.ShouldBe(1);
        run.Error.ShouldContain(said);
        run.Error.ShouldNotContain("   at ");
        run.Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task Programs_get_the_fault_as_json()
    {
        var run = await CommandRun.OfAsync("identifier", "uscc", "91350100M000100Y44", "--json");

        run.ExitCode.ShouldBe(1);
        var answer = JsonNode.Parse(run.Output)!;
        ((bool)answer["valid"]!).ShouldBeFalse();
        ((string?)answer["code"]).ShouldBe("check-digit");
    }
}
