using System.Text.RegularExpressions;

namespace CrossRegion.Repository.Tests.Docs;

/// <summary>What the documentation says is in the code is there.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string Code = string.Join('\n', Repository.Sources().Select(Repository.Read));

    [Fact]
    public void Every_name_in_the_glossary_is_a_type_or_a_member_of_the_code()
    {
        var names = CodeName.Matches(Repository.Read("docs/glossary.md")).Select(name => name.Groups["name"].Value).Distinct(StringComparer.Ordinal).ToList();

        names.Count.ShouldBeGreaterThan(50);
        names.Where(name => !IsInCode(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_that_the_architecture_names_is_there()
        => FileName.Matches(Repository.Read("docs/architecture.md")).Select(file => file.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, path)))
            .ShouldBeEmpty();

    private static bool IsInCode(string name) => name.Split('.') switch
    {
        [var type] => Regex.IsMatch(Code, $@"\b(class|record|record struct|struct|enum|interface) {type}\b"),
        [var type, var member] => IsInCode(type) && Regex.IsMatch(Code, $@"\b{member}\b"),
        _ => false,
    };

    [GeneratedRegex(@"`(?<name>[A-Z]\w+(\.[A-Z]\w+)?)`")]
    private static partial Regex CodeName { get; }

    [GeneratedRegex(@"`(?<path>(domain|orchestrations|adapters|functions|portal|embedded|catalogue|infra)/[\w/.-]+)`")]
    private static partial Regex FileName { get; }
}
