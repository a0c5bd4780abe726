using CrossRegion.Cli.Hosts;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Cli.Stamps;

/// <summary>The hosts that a command talks to: each province's own stamp, or one for all of them.</summary>
internal sealed class StampClients(IReadOnlyList<StampClient> stamps) : IDisposable
{
    /// <summary>One host for all provinces.</summary>
    public StampClients(HostClient host) : this([new StampClient(ProvinceCode.All, host)])
    {
    }

    public IReadOnlyList<StampClient> All => stamps;

    /// <exception cref="CommandException">The hosts were never started: a data directory has no key.</exception>
    public static StampClients Of(IEnumerable<LocalStamp> stamps) => new(
        [.. stamps.Select(stamp => new StampClient(stamp.Provinces, new HostClient(stamp.Address, FunctionKeys.Read(stamp.Folder.Path))))]);

    public bool Serve(ProvinceCode province) => stamps.Any(stamp => stamp.Provinces.Contains(province));

    /// <summary>The host of the stamp that serves the province.</summary>
    public HostClient Of(ProvinceCode province) => stamps.First(stamp => stamp.Provinces.Contains(province)).Host;

    public void Dispose()
    {
        foreach (var stamp in stamps)
        {
            stamp.Host.Dispose();
        }
    }
}
