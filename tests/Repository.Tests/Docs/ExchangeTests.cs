using System.Text.RegularExpressions;

namespace CrossRegion.Repository.Tests.Docs;

/// <summary>The page of the exchange knows every refusal and every alarm.</summary>
public sealed partial class ExchangeTests
{
    private static readonly string Page = Repository.Read("docs/exchange.md");

    [Fact]
    public void Every_refusal_is_documented()
    {
        var codes = Code.Matches(Repository.Read("orchestrations/Exchange/Refusal.cs")).Select(code => code.Groups["code"].Value).Distinct(StringComparer.Ordinal).ToList();

        codes.Count.ShouldBeGreaterThan(15);
        codes.Where(code => !Page.Contains($"`{code}`", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_alarm_is_documented()
    {
        string[] files = ["orchestrations/Exchange/ExchangeAlarms.cs", "adapters/Peers/Keys/PemSource.cs"];
        var ids = files.SelectMany(file => Event.Matches(Repository.Read(file))).Select(id => id.Groups["id"].Value).ToList();

        ids.Count.ShouldBeGreaterThan(10);
        ids.Where(id => !Regex.IsMatch(Page, $@"^\|[^|]*\b{id}\b", RegexOptions.Multiline)).ShouldBeEmpty();
    }

    [GeneratedRegex(@"new\(\s*""(?<code>[a-z-]+)""")]
    private static partial Regex Code { get; }

    /// <summary>What is logged at the level of debugging is no alarm.</summary>
    [GeneratedRegex(@"LoggerMessage\((?<id>\d+), LogLevel\.(?!Debug)")]
    private static partial Regex Event { get; }
}
