using CrossRegion.Domain.Catalogue;

namespace CrossRegion.Functions.Composition;

/// <summary>The catalogue's files beside the program.</summary>
internal static class CatalogueFolder
{
    public static IReadOnlyList<CatalogueFile> Read()
    {
        var root = Path.Combine(AppContext.BaseDirectory, "catalogue");
        return [.. Directory.EnumerateFiles(root, "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => new CatalogueFile(Path.GetRelativePath(root, path).Replace('\\', '/'), File.ReadAllText(path)))];
    }
}
