namespace CrossRegion.Repository.Tests.Infra;

/// <summary>The Bicep files of <c>infra/</c>.</summary>
internal static class Templates
{
    public static IReadOnlyList<string> All { get; } = [.. Repository.Files("infra", "*.bicep"), .. Repository.Files("infra", "*.bicepparam")];

    /// <summary>All of them as one text.</summary>
    public static string Text { get; } = string.Join('\n', All.Select(Repository.Read));
}
