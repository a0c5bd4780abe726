using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Lines;

namespace CrossRegion.Cli.Stamps;

/// <summary>Simulated lines between the stamps of this machine, one for each way, on which goes wrong what a plan says.</summary>
internal sealed class StampLines : IAsyncDisposable
{
    private readonly List<(LocalStamp From, LocalStamp To, SimulatedLine Line)> _lines = [];

    private StampLines()
    {
    }

    /// <summary>What went wrong on purpose, a kind with its number each.</summary>
    public IEnumerable<string> Played => _lines.SelectMany(each => each.Line.Faults.Played)
        .CountBy(fault => fault.Kind)
        .OrderBy(kind => kind.Key, StringComparer.Ordinal)
        .Select(kind => $"线路故障 On the lines: {kind.Key} {kind.Value}");

    /// <summary>What a stamp did about it and must not have, a line each.</summary>
    public IReadOnlyList<string> Wrong => [.. _lines.SelectMany(each => each.Line.Faults.Wrong)];

    /// <param name="stamps">The stamps.</param>
    /// <param name="faults">What goes wrong; null: there are no lines, and peers are reached directly.</param>
    /// <param name="seed">What goes wrong is drawn from it.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async Task<StampLines> StartAsync(
        IReadOnlyList<LocalStamp> stamps, FaultPlan? faults, int seed, TimeProvider time, CancellationToken cancellation)
    {
        var lines = new StampLines();
        if (faults is null)
        {
            return lines;
        }
        foreach (var (from, to) in stamps.SelectMany(from => stamps.Where(to => to != from).Select(to => (from, to))))
        {
            var line = await SimulatedLine.StartAsync(new LineOptions { Faults = faults, Seed = seed, Time = time }, cancellation);
            line.Connect(to.Address);
            lines._lines.Add((from, to, line));
        }
        return lines;
    }

    /// <summary>Where a stamp finds its peers.</summary>
    public IEnumerable<KeyValuePair<string, string?>> SettingsOf(LocalStamp stamp) =>
        from each in _lines
        where each.From == stamp
        from province in each.To.Provinces
        select KeyValuePair.Create<string, string?>(StampSettings.EndpointOf(province), each.Line.Address.ToString());

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, _, line) in _lines)
        {
            await line.DisposeAsync();
        }
    }
}
