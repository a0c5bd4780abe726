using CrossRegion.Domain.Catalogue;

namespace CrossRegion.Cli;

/// <summary>The catalogue as files.</summary>
internal static class CatalogueFolder
{
    /// <summary>The one that comes with the product.</summary>
    public static string Default { get; } = Path.Combine(AppContext.BaseDirectory, "catalogue");

    /// <exception cref="CommandException">There is no such folder.</exception>
    public static IReadOnlyList<CatalogueFile> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new CommandException($"没有目录 {folder}。", $"There is no directory {folder}.");
        }
        return
        [
            .. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(file => new CatalogueFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file))),
        ];
    }
}
