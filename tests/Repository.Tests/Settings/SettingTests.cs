using System.Text.RegularExpressions;
using CrossRegion.Repository.Tests.Infra;

namespace CrossRegion.Repository.Tests.Settings;

/// <summary>The code, <c>docs/settings.md</c>, the stamp in <c>infra/</c> and the sample know the same settings.</summary>
public sealed partial class SettingTests
{
    private static readonly Dictionary<string, bool> Documented = Row.Matches(Repository.Read("docs/settings.md"))
        .ToDictionary(row => row.Groups["name"].Value, row => row.Groups["stamp"].Value == "yes", StringComparer.Ordinal);

    [Fact]
    public void Every_setting_of_the_code_is_documented_and_nothing_else_is()
        => Documented.Keys.ShouldBe(CodeSettings.All, ignoreOrder: true);

    [Fact]
    public void A_stamp_gets_the_settings_that_are_documented_for_it()
        => Name.Matches(Placeholder.Replace(Templates.Text, "N")).Select(name => name.Value).Distinct(StringComparer.Ordinal)
            .ShouldBe(Documented.Where(setting => setting.Value).Select(setting => setting.Key), ignoreOrder: true);

    [Fact]
    public void The_sample_of_local_settings_has_only_documented_settings()
        => Name.Matches(Regex.Replace(Repository.Read("local.settings.sample.json"), @"__\d+__", "__N__")).Select(name => name.Value).Distinct(StringComparer.Ordinal)
            .ShouldBeSubsetOf(Documented.Keys);

    [GeneratedRegex(@"^\| `(?<name>CrossRegion__\w+)` \|.*\| (?<stamp>yes|no) \|$", RegexOptions.Multiline)]
    private static partial Regex Row { get; }

    /// <summary>A number, or a peer's province.</summary>
    [GeneratedRegex(@"\$\{(i|peer\.province)\}")]
    private static partial Regex Placeholder { get; }

    [GeneratedRegex(@"CrossRegion__\w+")]
    private static partial Regex Name { get; }
}
