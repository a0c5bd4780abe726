using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Orchestrations.Notices;

/// <summary>Who this installation speaks for.</summary>
/// <param name="Province">Setting <c>CrossRegion__Stamp</c>, two digits of GB/T 2260; default 51. Part of every outgoing event's source.</param>
public sealed record StampOptions(ProvinceCode Province)
{
    /// <summary>The CloudEvents source of what this stamp sends.</summary>
    public string Source => $"urn:gov:cn:{Province}:crossregion";
}
