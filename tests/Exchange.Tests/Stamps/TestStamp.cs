using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Functions.Composition;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Overview;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>A whole stamp: the function app with its endpoints, its store on a disk, and receivers that the test looks into.</summary>
internal sealed class TestStamp : IAsyncDisposable
{
    private readonly IHost _host;

    private TestStamp(IHost host, ProvinceCode province, string directory, TestLogs logs)
    {
        (_host, Province, Directory, Logs) = (host, province, directory, logs);
        Transport = (TestTransport)Get<IPeerTransport>();
        Address = new Uri(Get<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Http = new HttpClient { BaseAddress = Address };
        var keys = JsonNode.Parse(File.ReadAllText(Path.Combine(directory, "keys.json")))!;
        Http.DefaultRequestHeaders.Add("x-functions-key", (string)keys["functionKeys"]![0]!["value"]!);
    }

    public ProvinceCode Province { get; }

    public string Directory { get; }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public TestLogs Logs { get; }

    public TestTransport Transport { get; }

    public IDocumentStore Store => Get<IDocumentStore>();

    public TestReceiver Receiver => Get<IEnumerable<IHandOverReceiver>>().OfType<TestReceiver>().First();

    public Reconciliation Reconciliation => Get<Reconciliation>();

    public ExchangeSignatures Signatures => Get<ExchangeSignatures>();

    public T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    public static async Task<TestStamp> StartAsync(
        string province, string directory, Pulse pulse, TimeProvider clock, IEnumerable<string> settings, Action<ExchangeFaultPoint>? crash)
    {
        var logs = new TestLogs(pulse);
        var builder = FunctionsApplication.CreateBuilder(
            ["--port", "0", "--data", directory, $"--CrossRegion:Stamp={province}", .. settings]);
        builder.ConfigureFunctionsWebApplication();
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton(clock);
        await builder.Services.AddCrossRegionAsync(builder.Configuration);
        builder.Services.AddSingleton(clock);
        builder.Services.RemoveAll<IHandOverReceiver>();
        foreach (var kind in Enum.GetValues<HandOverKind>().Where(kind => kind != HandOverKind.Archive))
        {
            builder.Services.AddSingleton<IHandOverReceiver>(new TestReceiver(kind));
        }

        if (crash is not null)
        {
            builder.Services.AddSingleton(crash);
        }

        var store = builder.Services.Last(service => service.ServiceType == typeof(IDocumentStore));
        builder.Services.AddSingleton<IDocumentStore>(services => new WatchedStore((IDocumentStore)store.ImplementationFactory!(services), pulse));
        var transport = builder.Services.Last(service => service.ServiceType == typeof(IPeerTransport));
        builder.Services.AddSingleton<IPeerTransport>(services => new TestTransport((IPeerTransport)transport.ImplementationFactory!(services), pulse));
        var host = builder.Build();
        await host.StartAsync();
        return new TestStamp(host, ProvinceCode.Parse(province), directory, logs);
    }

    /// <summary>Hands over as a case's step would: in one batch with another document.</summary>
    public async Task HandOverAsync(ApplicationNumber number, string to, string body, string? from = null)
    {
        var route = new Route(from is null ? Province : ProvinceCode.Parse(from), ProvinceCode.Parse(to));
        while (true)
        {
            var writes = await Get<Outbox>().WriteAsync(number, route, [(HandOverKind.Application, body)], default);
            var state = new DocumentWrite.Create($"state:{writes[0].Id}", "{}", []);
            if ((await Store.CommitAsync(CaseDocuments.Partition(number), [state, .. writes], default)).Committed)
            {
                return;
            }
        }
    }

    /// <summary>An entry of the outbox.</summary>
    public async Task<OutboxEntry?> SentAsync(ApplicationNumber number, string to, int sequence = 1) =>
        await Store.ReadAsync(ExchangeDocuments.Outbox(number, new Route(Province, ProvinceCode.Parse(to)), sequence), default) is { } document
            ? ExchangeJson.Read<OutboxEntry>(document.Body)
            : null;

    /// <summary>What was taken.</summary>
    public async Task<TakenEntry?> TakenAsync(ApplicationNumber number, string from, int sequence = 1) =>
        await Store.ReadAsync(ExchangeDocuments.Handed(number, new Route(ProvinceCode.Parse(from), Province), sequence), default) is { } document
            ? ExchangeJson.Read<TakenEntry>(document.Body)
            : null;

    /// <summary>The bodies that the receiver made work of, in the order of their sequence.</summary>
    public async Task<IReadOnlyList<string>> WorkAsync(ApplicationNumber number, string from) =>
        [.. (await Store.ListAsync(number.Value, $"work:{from}-{Province}:", default)).Select(document => document.Body)];

    public Task<ExchangeView> OverviewAsync() => Get<ExchangeReader>().ReadAsync(default);

    public async Task<PeerView> PeerAsync(string peer) => (await OverviewAsync()).Peers.Single(view => view.Peer == peer);

    /// <summary>Posts hand-overs as a peer would.</summary>
    public Task<HttpResponseMessage> PostAsync(object batch) => Http.PostAsJsonAsync("/api/exchange/hand-overs", batch, ExchangeJson.Options);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _host.StopAsync();
        _host.Dispose();
    }
}
