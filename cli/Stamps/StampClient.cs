using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Stamps;

/// <summary>A stamp's host, and the provinces that it serves.</summary>
internal sealed record StampClient(IReadOnlyList<ProvinceCode> Provinces, HostClient Host);
