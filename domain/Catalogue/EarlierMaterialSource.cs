using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>The material was handed in for an earlier application and is used again.</summary>
/// <param name="Material">The material as the item of the earlier application codes it.</param>
public sealed record EarlierMaterialSource(MaterialCode Material) : MaterialSource;
