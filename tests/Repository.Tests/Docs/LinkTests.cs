using System.Text.RegularExpressions;

namespace CrossRegion.Repository.Tests.Docs;

public sealed partial class LinkTests
{
    public static TheoryData<string> Pages { get; } = new(Repository.Files("", "*.md"));

    [Theory, MemberData(nameof(Pages))]
    public void Every_link_to_the_repository_leads_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(page)!;

        var dead = Link.Matches(Repository.Read(page)).Select(link => link.Groups["path"].Value)
            .Where(path => !Path.Exists(Path.Combine(Repository.Root, folder, path)));

        dead.ShouldBeEmpty();
    }

    [GeneratedRegex(@"\]\((?!https?:|mailto:|#)(?<path>[^)#\s]+)(#[^)]*)?\)")]
    private static partial Regex Link { get; }
}
