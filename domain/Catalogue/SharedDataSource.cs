using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>The material is looked up in shared data.</summary>
/// <param name="Item">A shared data item of the catalogue.</param>
public sealed record SharedDataSource(SharedDataCode Item) : MaterialSource;
