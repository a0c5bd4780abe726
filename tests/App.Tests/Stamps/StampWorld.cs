using CrossRegion.App.Tests.Networks;
using CrossRegion.Simulators;
using CrossRegion.Simulators.Faults;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>Three stamps on machines of their own, lines between them that may fail, and the people of their provinces.</summary>
internal sealed class StampWorld : IAsyncDisposable
{
    /// <summary>A province that has no stamp; its people go to the first one's.</summary>
    public const string WithoutStamp = "11";

    public static readonly IReadOnlyList<string> Provinces = ["51", "50", "44"];

    private readonly StampKeys _keys = new();
    private readonly Dictionary<string, IReadOnlyList<KeyValuePair<string, string>>> _settings = [];
    private readonly Dictionary<string, Stamp> _stamps;

    private StampWorld(StampNetwork network, SimulatedProvinces people)
    {
        (Network, People) = (network, people);
        _stamps = Provinces.ToDictionary(province => province, province => new Stamp(province, network[province]));
        var signing = Provinces.ToDictionary(province => province, _keys.Make);
        foreach (var stamp in _stamps.Values)
        {
            _settings[stamp.Province] = [.. SettingsOf(stamp, signing[stamp.Province])];
        }

        Auditor = new Auditor(_keys, Provinces);
    }

    public StampNetwork Network { get; }

    public SimulatedProvinces People { get; }

    public Auditor Auditor { get; }

    public IReadOnlyCollection<Stamp> Stamps => _stamps.Values;

    public Stamp this[string province] => _stamps[province];

    /// <summary>The stamp that a province's people file with.</summary>
    public Stamp OfPeople(string province) => _stamps.GetValueOrDefault(province) ?? _stamps[Provinces[0]];

    public static async Task<StampWorld> StartAsync(FaultPlan faults)
    {
        var network = new StampNetwork(Provinces);
        var people = await SimulatedProvinces.StartAsync(new SimulationOptions
        {
            Provinces = [.. Provinces, WithoutStamp],
            Address = network.Hub,
            Faults = faults,
        });
        var world = new StampWorld(network, people);
        try
        {
            await Task.WhenAll(world.Stamps.Select(world.StartAsync));
            foreach (var stamp in world.Stamps)
            {
                people.Connect(stamp.Address, stamp.Key, world.PeopleOf(stamp));
            }

            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public Task StartAsync(Stamp stamp) => stamp.StartAsync(_settings[stamp.Province]);

    public async ValueTask DisposeAsync()
    {
        await People.DisposeAsync();
        foreach (var stamp in Stamps)
        {
            await stamp.DisposeAsync();
        }

        Auditor.Dispose();
        _keys.Dispose();
        Network.Dispose();
    }

    private IEnumerable<string> PeopleOf(Stamp stamp) => [.. Provinces.Append(WithoutStamp).Where(province => OfPeople(province) == stamp)];

    private IEnumerable<KeyValuePair<string, string>> SettingsOf(Stamp stamp, string signingKey) =>
    [
        .. People.HostSettings(PeopleOf(stamp)),
        new("CrossRegion__Stamp", stamp.Province),
        new("CrossRegion__Exchange__SigningKey", signingKey),
        new("CrossRegion__Exchange__TimeoutSeconds", "1"),
        new("CrossRegion__Exchange__RetryFirstSeconds", "0.1"),
        new("CrossRegion__Exchange__RetryCeilingSeconds", "1"),
        .. Stamps.Where(peer => peer != stamp).SelectMany(peer => (KeyValuePair<string, string>[])
        [
            new($"CrossRegion__Peers__{peer.Province}__Endpoint", peer.Address.ToString()),
            new($"CrossRegion__Peers__{peer.Province}__PublicKeys", _keys.PublicKey(peer.Province)),
        ]),
    ];
}
