using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>One whole app for each of three provinces, peers of each other over HTTP, by one clock.</summary>
internal sealed class ThreeStamps : IAsyncDisposable
{
    private static readonly string[] Provinces = ["51", "50", "44"];

    private readonly Dictionary<string, TestApp> _apps = [];

    private ThreeStamps(Pulse pulse) => Lines = new Lines(pulse);

    public TestApp this[string province] => _apps[province];

    public IEnumerable<TestApp> All => _apps.Values;

    public Lines Lines { get; }

    /// <summary>Called with the province of a stamp that has come to a fault point; throws to crash it there.</summary>
    public Action<string, ExchangeFaultPoint>? Reached { get; set; }

    public static async Task<ThreeStamps> StartAsync()
    {
        var pulse = new Pulse();
        var clock = TestApp.NewClock(pulse);
        var keys = Provinces.ToDictionary(province => province, _ => ECDsa.Create(ECCurve.NamedCurves.nistP256));
        var ports = Provinces.ToDictionary(province => province, _ => FreePort());
        var stamps = new ThreeStamps(pulse);
        foreach (var province in Provinces)
        {
            List<string> arguments =
            [
                "--port", $"{ports[province]}",
                $"--CrossRegion:Stamp={province}",
                $"--CrossRegion:Exchange:SigningKey={keys[province].ExportPkcs8PrivateKeyPem()}",
            ];
            foreach (var peer in Provinces.Where(peer => peer != province))
            {
                arguments.Add($"--CrossRegion:Peers:{peer}:Endpoint=http://127.0.0.1:{ports[peer]}");
                arguments.Add($"--CrossRegion:Peers:{peer}:PublicKeys={keys[peer].ExportSubjectPublicKeyInfoPem()}");
            }

            stamps._apps[province] = await TestApp.StartAsync(pulse, clock, arguments, services => stamps.Change(services, province));
        }

        return stamps;
    }

    private void Change(IServiceCollection services, string province)
    {
        var transport = services.Last(service => service.ServiceType == typeof(IPeerTransport));
        services.AddSingleton(provider => Lines.Of(province, (IPeerTransport)transport.ImplementationFactory!(provider)));
        services.AddSingleton<Action<ExchangeFaultPoint>>(point => Reached?.Invoke(province, point));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var app in _apps.Values)
        {
            await app.DisposeAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
