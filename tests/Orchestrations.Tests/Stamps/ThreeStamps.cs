using System.Collections.Concurrent;
using System.Security.Cryptography;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>One whole app for each of three provinces, peers of each other over HTTP on lines that may be cut, by one clock.</summary>
internal sealed class ThreeStamps : IAsyncDisposable
{
    public static readonly IReadOnlyList<string> Provinces = ["51", "50", "44"];

    private readonly Dictionary<string, TestApp> _apps = [];
    private readonly Dictionary<string, TestLogs> _logs = [];
    private readonly Dictionary<(string From, string To), LinkProxy> _lines = [];

    public required Pulse Pulse { get; init; }

    public required ManualClock Clock { get; init; }

    /// <summary>Every hand-over that a receipt came back for, in the order in which they came.</summary>
    public ConcurrentQueue<Custody> HandedOver { get; } = [];

    public TestApp this[string province] => _apps[province];

    public IEnumerable<TestApp> All => _apps.Values;

    /// <summary>Called with the province of a stamp that has come to a fault point; throws to crash it there.</summary>
    public Action<string, ExchangeFaultPoint>? Reached { get; set; }

    public static async Task<ThreeStamps> StartAsync()
    {
        var pulse = new Pulse();
        var stamps = new ThreeStamps { Pulse = pulse, Clock = TestApp.NewClock(pulse) };
        await stamps.StartAllAsync();
        return stamps;
    }

    /// <summary>What one of them logged about the exchange.</summary>
    public TestLogs LogsOf(string province) => _logs[province];

    /// <summary>Nothing gets from one to the other any more, nor an answer back.</summary>
    public void Cut(string from, string to) => _lines[(from, to)].Be(LinkMode.Cut);

    public void Mend(string from, string to) => _lines[(from, to)].Be(LinkMode.Open);

    /// <summary>Both lines between a province and each other one are as this says.</summary>
    public void SetLines(string province, LinkMode mode)
    {
        foreach (var (_, line) in _lines.Where(line => line.Key.From == province || line.Key.To == province))
        {
            line.Be(mode);
        }
    }

    /// <summary>
    /// Goes through the waits of a link, too: after a refusal or a silence, and the rest of a receiver for which a batch took as long as the
    /// clock was moved meanwhile.
    /// </summary>
    public static Task<T> UntilAsync<T>(TestApp stamp, string what, Func<Task<T>> look, Func<T, bool> isReached, Func<T, string> describe) => stamp.UntilAsync(
        what,
        () =>
        {
            stamp.Clock.TryAdvanceToNextTimer(TimeSpan.FromMinutes(1));
            return look();
        },
        isReached,
        describe);

    /// <summary>The same of what a stamp shows of an application.</summary>
    public static Task<ApplicationView> UntilAsync(TestApp stamp, string number, string what, Func<ApplicationView, bool> isReached) => UntilAsync(
        stamp,
        $"{what} of {number}",
        async () => (await stamp.Reader.FindAsync(ApplicationNumber.Parse(number), CancellationToken.None)).ShouldNotBeNull(),
        isReached,
        view => $"stage {view.Stage.Code}, {string.Join(' ', view.Awaiting)}");

    /// <summary>Starts a stopped one on the data that it has; the others find it where it listens now.</summary>
    public async Task StartAgainAsync(string province)
    {
        await _apps[province].StartAgainAsync();
        LeadLinesTo(province);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            await app.DisposeAsync();
        }

        foreach (var line in _lines.Values)
        {
            await line.DisposeAsync();
        }
    }

    private async Task StartAllAsync()
    {
        var keys = Provinces.ToDictionary(province => province, _ => ECDsa.Create(ECCurve.NamedCurves.nistP256));
        foreach (var (from, to) in Provinces.SelectMany(from => Provinces.Where(to => to != from).Select(to => (from, to))))
        {
            _lines[(from, to)] = new LinkProxy();
        }

        foreach (var province in Provinces)
        {
            List<string> arguments =
            [
                "--port", "0",
                $"--CrossRegion:Stamp={province}",
                $"--CrossRegion:Exchange:SigningKey={keys[province].ExportPkcs8PrivateKeyPem()}",
            ];
            foreach (var peer in Provinces.Where(peer => peer != province))
            {
                arguments.Add($"--CrossRegion:Peers:{peer}:Endpoint={_lines[(province, peer)].Url}");
                arguments.Add($"--CrossRegion:Peers:{peer}:PublicKeys={keys[peer].ExportSubjectPublicKeyInfoPem()}");
            }

            _logs[province] = new TestLogs(Pulse);
            _apps[province] = await TestApp.StartAsync(Pulse, Clock, arguments, services => Watch(province, services));
            LeadLinesTo(province);
        }
    }

    private void LeadLinesTo(string province)
    {
        foreach (var (_, line) in _lines.Where(line => line.Key.To == province))
        {
            line.LeadTo(_apps[province].Port);
        }
    }

    private void Watch(string province, IServiceCollection services)
    {
        services.AddSingleton<ILoggerProvider>(_logs[province]);
        services.AddSingleton<Action<ExchangeFaultPoint>>(point => Reached?.Invoke(province, point));
        var transport = services.Last(service => service.ServiceType == typeof(IPeerTransport));
        services.AddSingleton<IPeerTransport>(provider =>
            new WatchedTransport((IPeerTransport)transport.ImplementationFactory!(provider), Clock, Pulse, HandedOver));
    }
}
