using CrossRegion.Domain.Faults;

namespace CrossRegion.Domain.Catalogue;

/// <summary>Data of the catalogue folder are wrong; nothing of it is used.</summary>
public sealed class CatalogueException(IReadOnlyList<Fault> faults)
    : Exception($"{faults.Count} fault(s) in the catalogue:{Environment.NewLine}{string.Join(Environment.NewLine, faults)}")
{
    /// <summary>Every fault, with file and JSON path.</summary>
    public IReadOnlyList<Fault> Faults => faults;
}
