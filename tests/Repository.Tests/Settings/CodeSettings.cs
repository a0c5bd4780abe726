using System.Text.RegularExpressions;

namespace CrossRegion.Repository.Tests.Settings;

/// <summary>The settings that the sources name, as environment variables are written; N stands for a number.</summary>
internal static partial class CodeSettings
{
    public static IReadOnlySet<string> All { get; } = WithoutSections([.. Repository.Sources().SelectMany(Of)]);

    /// <summary>A name that others begin with is a section and no setting.</summary>
    private static HashSet<string> WithoutSections(HashSet<string> names) =>
        [.. names.Where(name => !names.Any(other => other.StartsWith(name + "__", StringComparison.Ordinal)))];

    private static IEnumerable<string> Of(string file)
    {
        var text = Repository.Read(file);
        var section = OptionsSection.Match(text);
        return section.Success
            ? Property.Matches(text).Select(property => section.Groups["name"].Value + property.Groups["name"].Value)
            : Literal.Matches(text).Select(literal => literal.Value.Replace(":", "__", StringComparison.Ordinal));
    }

    /// <summary>A class of options says in its summary which section it is bound to.</summary>
    [GeneratedRegex(@"settings? <c>(?<name>CrossRegion__([A-Za-z]+__)*)…</c>")]
    private static partial Regex OptionsSection { get; }

    [GeneratedRegex(@"public [A-Za-z<>?]+ (?<name>[A-Z]\w*) \{ get; (set|init); \}")]
    private static partial Regex Property { get; }

    [GeneratedRegex(@"CrossRegion(__[A-Z][A-Za-z]*)+(?!_|\w|…)|(?<="")CrossRegion(:[A-Z][A-Za-z]*)+(?=""| is| needs)")]
    private static partial Regex Literal { get; }
}
