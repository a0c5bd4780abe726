namespace CrossRegion.Domain.Catalogue;

/// <summary>One file of the catalogue folder, read by somebody else.</summary>
/// <param name="Path">Relative to the catalogue folder, with forward slashes: <c>items/x.v1.json</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record CatalogueFile(string Path, string Text);
