using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CrossRegion.App.Tests.Networks;

namespace CrossRegion.App.Tests.Hosts;

/// <summary>One data directory and one address, on which hosts run one after the other; gone after the test.</summary>
internal sealed class Installation : IDisposable
{
    public const string FunctionApp = "CrossRegion.Functions.dll";
    public const string CrashHost = "CrossRegion.CrashHost.dll";

    /// <summary>Nobody else is in a namespace.</summary>
    private const int Port = 7071;

    /// <summary>Failures are over soon; a message or an activity that many crashes met is still not hopeless.</summary>
    private static readonly Dictionary<string, string> Quick = new()
    {
        ["CrossRegion__Retry__FirstSeconds"] = "0.1",
        ["CrossRegion__Retry__MaxAttempts"] = "12",
        ["CrossRegion__MaxWorkItemAttempts"] = "100",
        ["AzureFunctionsJobHost__extensions__queues__visibilityTimeout"] = "00:00:00.050",
        ["AzureFunctionsJobHost__extensions__queues__maxDequeueCount"] = "8",
        ["Logging__LogLevel__Default"] = "Error",
        ["CRASH_AT"] = "",
    };

    private readonly string _root = Directory.CreateTempSubdirectory("crossregion-app-").FullName;
    private readonly NetworkNamespace? _place;

    /// <param name="place">Where hosts run and listen; null: here, on 127.0.0.1.</param>
    public Installation(NetworkNamespace? place = null)
    {
        _place = place;
        var (address, port) = place is null ? (IPAddress.Loopback, FreePort()) : (place.Address, Port);
        Address = new(string.Create(CultureInfo.InvariantCulture, $"http://{address}:{port}"));
    }

    public Uri Address { get; }

    public string Data => Path.Combine(_root, "data");

    /// <summary>The key that opens every function; there once a host has been up.</summary>
    public string Key => (string)JsonNode.Parse(File.ReadAllText(Path.Combine(Data, "keys.json")))!["functionKeys"]![0]!["value"]!;

    public string PathOf(string name) => Path.Combine(_root, name);

    /// <summary>Starts a host and waits until it listens (or is dead).</summary>
    public async Task<HostProcess> StartAsync(string program, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var host = HostProcess.Start(
            program,
            ["--urls", Address.GetLeftPart(UriPartial.Authority), "--data", Data],
            Quick.Concat(settings),
            _place?.Entry ?? []);
        await host.UpAsync();
        return host;
    }

    /// <summary>A client that may call every function.</summary>
    public HttpClient Connect(int connections = 8)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = connections }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("x-functions-key", Key);
        return client;
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
