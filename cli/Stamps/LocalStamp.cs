using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Stamps;

/// <summary>One stamp of several on this machine.</summary>
/// <param name="Provinces">Whom it serves; it speaks for the first.</param>
/// <param name="Address">Where it listens.</param>
/// <param name="Folder">Where its data are.</param>
internal sealed record LocalStamp(IReadOnlyList<ProvinceCode> Provinces, Uri Address, StampFolder Folder)
{
    /// <summary>As it is written on the command line: <c>44+45</c>.</summary>
    public string Name => string.Join('+', Provinces);
}
