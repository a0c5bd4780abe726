namespace CrossRegion.Repository.Tests;

/// <summary>The files of the repository that the tests run in.</summary>
internal static class Repository
{
    private static readonly string[] Generated = ["artifacts", "node_modules", ".git", ".crossregion", "bin", "obj"];

    /// <summary>Everything that is compiled into the product; tests and benchmarks are not.</summary>
    private static readonly string[] Products = ["domain", "orchestrations", "adapters", "functions", "embedded", "cli", "simulators", "portal"];

    public static string Root { get; } = FindRoot();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>The files below a folder that are somebody's work, as paths relative to the repository.</summary>
    public static IReadOnlyList<string> Files(string folder, string pattern) =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Root, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(Generated.Contains))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The product's sources.</summary>
    public static IEnumerable<string> Sources() =>
        Products.Where(folder => Directory.Exists(Path.Combine(Root, folder))).SelectMany(folder => Files(folder, "*.cs"));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "CrossRegion.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException($"no CrossRegion.sln above {AppContext.BaseDirectory}");
    }
}
