using CrossRegion.Domain.Catalogue;

namespace CrossRegion.Domain.Tests.Catalogue;

/// <summary>The repository's catalogue folder, as copied beside the tests.</summary>
internal static class CatalogueFolder
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "catalogue");

    public static IReadOnlyList<CatalogueFile> Read() =>
    [
        .. Directory.EnumerateFiles(Root, "*.json", SearchOption.AllDirectories)
            .Select(path => new CatalogueFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];
}
