using System.Security.Cryptography;
using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Bench.Exchange;

/// <summary>A whole stamp on a port of its own: the function app as it is started, every commit on the disk.</summary>
internal sealed class BenchStamp : IAsyncDisposable
{
    private readonly IHost _host;

    private BenchStamp(IHost host) => _host = host;

    public ReceiptWatch Store => (ReceiptWatch)Get<IDocumentStore>();

    public IServiceProvider Services => _host.Services;

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    /// <param name="folder">Holds keys and data of all stamps.</param>
    /// <param name="province">Which one.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="peers">The others, and where they listen.</param>
    public static Task<BenchStamp> StartAsync(string folder, string province, int port, params (string Province, int Port)[] peers) =>
        StartAsync(folder, province, port, peers, [], store => new ReceiptWatch(store), services =>
        {
            services.RemoveAll<IHandOverReceiver>();
            services.AddSingleton<IHandOverReceiver, BenchReceiver>();
        });

    /// <param name="folder">Holds keys and data of all stamps.</param>
    /// <param name="province">Which one.</param>
    /// <param name="port">Where it listens.</param>
    /// <param name="peers">The others, and where they listen.</param>
    /// <param name="settings">More arguments.</param>
    /// <param name="watched">Stands before the store.</param>
    /// <param name="more">What else is to be other than the app has it.</param>
    public static async Task<BenchStamp> StartAsync(
        string folder,
        string province,
        int port,
        IEnumerable<(string Province, int Port)> peers,
        IEnumerable<string> settings,
        Func<IDocumentStore, IDocumentStore> watched,
        Action<IServiceCollection>? more = null)
    {
        var builder = FunctionsApplication.CreateBuilder(
        [
            "--port", $"{port}", "--data", Path.Combine(folder, province),
            $"--CrossRegion:Stamp={province}",
            $"--CrossRegion:Exchange:SigningKey={KeyFile(folder, province)}",
            .. peers.SelectMany(peer => (string[])
            [
                $"--CrossRegion:Peers:{peer.Province}:Endpoint=http://127.0.0.1:{peer.Port}",
                $"--CrossRegion:Peers:{peer.Province}:PublicKeys={PublicKeyFile(folder, peer.Province)}",
            ]),
            .. settings,
        ]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(options => options.LogToStandardErrorThreshold = LogLevel.Trace);
        await builder.Services.AddCrossRegionAsync(builder.Configuration);
        more?.Invoke(builder.Services);
        var store = builder.Services.Last(service => service.ServiceType == typeof(IDocumentStore));
        builder.Services.AddSingleton<IDocumentStore>(services => watched((IDocumentStore)store.ImplementationFactory!(services)));
        var host = builder.Build();
        await host.StartAsync();
        return new BenchStamp(host);
    }

    /// <summary>Makes a key for a province.</summary>
    public static void MakeKey(string folder, string province)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(KeyFile(folder, province), key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(PublicKeyFile(folder, province), key.ExportSubjectPublicKeyInfoPem());
    }

    public static string KeyFile(string folder, string province) => Path.Combine(folder, $"{province}.key.pem");

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }

    private static string PublicKeyFile(string folder, string province) => Path.Combine(folder, $"{province}.pub.pem");
}
