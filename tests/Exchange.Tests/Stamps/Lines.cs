using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Lines;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>Two stamps, with a simulated line from each to the other by one plan; all by one clock.</summary>
internal sealed class Lines : IAsyncDisposable
{
    /// <summary>The clock of a test runs fast: a request that takes a moment of real time must not be given up.</summary>
    private const string Patient = "--CrossRegion:Exchange:TimeoutSeconds=300";

    private static readonly IReadOnlyList<(string From, string To)> Ways = [("51", "44"), ("44", "51")];

    private readonly Dictionary<(string From, string To), SimulatedLine> _lines = [];

    private Lines(World world) => World = world;

    public World World { get; }

    /// <summary>Everything that went wrong on purpose.</summary>
    public IReadOnlyCollection<PlayedFault> Played => [.. _lines.Values.SelectMany(line => line.Faults.Played)];

    public IReadOnlyCollection<string> Wrong => [.. _lines.Values.SelectMany(line => line.Faults.Wrong)];

    public static async Task<Lines> StartAsync(string faults, int seed = 1)
    {
        FaultPlan.TryRead("f.json", faults, out var plan, out var wrong).ShouldBeTrue(string.Join("; ", wrong));
        var lines = new Lines(await World.StartAsync("51", "44"));
        foreach (var way in Ways)
        {
            var line = lines._lines[way] = await SimulatedLine.StartAsync(new LineOptions { Faults = plan!, Seed = seed, Time = lines.World.Time });
            line.Connect(new Uri(lines.World.Link(way.From, way.To).Url));
        }

        await lines.World.WithSettingsAsync((_, from) =>
        {
            var to = Ways.Single(way => way.From == from).To;
            return [$"--CrossRegion:Peers:{to}:Endpoint={lines._lines[(from, to)].Address}", Patient];
        });
        return lines;
    }

    /// <summary>From now on stamps reach each other without them.</summary>
    public Task RepairAsync() => World.WithSettingsAsync((_, _) => []);

    /// <summary>The hand-overs one way that arrived with a wrong signature at least once: <c>51-44/NUMBER/3</c>.</summary>
    public IReadOnlySet<string> Damaged(string from, string to) =>
        _lines[(from, to)].Faults.Played.Where(played => played.Kind == "wrong-signature").Select(played => played.Matter.Split('#')[0]).ToHashSet();

    public async ValueTask DisposeAsync()
    {
        await World.DisposeAsync();
        foreach (var line in _lines.Values)
        {
            await line.DisposeAsync();
        }
    }
}
