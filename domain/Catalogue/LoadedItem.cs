namespace CrossRegion.Domain.Catalogue;

/// <summary>A version with the file it was read from, for the paths of its faults.</summary>
internal sealed record LoadedItem(CatalogueFile File, ServiceItem Item)
{
    public string At(string pointer) => $"{File.Path}#/{pointer}";
}
