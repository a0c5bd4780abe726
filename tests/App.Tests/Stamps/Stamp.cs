using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using CrossRegion.App.Tests.Hosts;
using CrossRegion.App.Tests.Networks;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Overview;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>A province's stamp: a process in a namespace of its own, and the data that outlive it.</summary>
internal sealed class Stamp(string province, NetworkNamespace place) : IAsyncDisposable
{
    private readonly Installation _installation = new(place);
    private HostProcess? _host;
    private HttpClient? _client;

    public string Province => province;

    public Uri Address => _installation.Address;

    public string Key => _installation.Key;

    public CaseFile Cases => new(_installation.Data);

    public QueueFile Queues => new(_installation.Data);

    /// <summary>How often it was started.</summary>
    public int Lives { get; private set; }

    /// <summary>The last of what it printed in this life.</summary>
    public string Output => _host?.Output ?? "";

    /// <summary>Starts it, and waits until it listens.</summary>
    public async Task StartAsync(IEnumerable<KeyValuePair<string, string>> settings)
    {
        Lives++;
        _host = await _installation.StartAsync(Installation.FunctionApp, settings);
        _host.Died.IsCompleted.ShouldBeFalse($"stamp {province} has not started: {Output}");
        _client ??= _installation.Connect();
    }

    /// <summary><c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        await _host!.DisposeAsync();
    }

    /// <summary>TCP connections that the stamp has made to a peer and takes for established, whatever the other end says.</summary>
    public int ConnectionsTo(Stamp peer) => TcpTable.EstablishedTo(_host!.Id, peer.Address);

    /// <summary>Those that the peer has made too.</summary>
    public int ConnectionsWith(Stamp peer) => TcpTable.EstablishedWith(_host!.Id, peer.Address);

    public Task<ExchangeView> ExchangeAsync() => GetAsync<ExchangeView>("/api/operations/exchange", ExchangeJson.Options);

    /// <summary>How the exchange with a peer stands.</summary>
    public async Task<PeerView> PeerAsync(Stamp peer) => (await ExchangeAsync()).Peers.Single(view => view.Peer == peer.Province);

    public async Task<ReconciliationResult> ReconcileAsync(Stamp peer, string date)
    {
        using var response = await _client!.PostAsJsonAsync("/api/operations/exchange/reconcile", new { peer = peer.Province, date });
        var told = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(told);
        return ExchangeJson.Read<ReconciliationResult>(told);
    }

    public Task<ApplicationView> StatusAsync(string number) => GetAsync<ApplicationView>($"/api/applications/{number}", ReadModelJson.Wire);

    /// <summary>The code of the stage it has come to; <c>unknown</c> when this stamp knows nothing of it, or not yet.</summary>
    public async Task<string> StageAsync(string number)
    {
        using var response = await _client!.GetAsync($"/api/applications/{number}");
        return response.StatusCode == HttpStatusCode.NotFound ? "unknown" : (await ReadAsync<ApplicationView>(response, ReadModelJson.Wire)).Stage.Code;
    }

    public Task<TimelineView> TimelineAsync(string number) => GetAsync<TimelineView>($"/api/applications/{number}/timeline", ReadModelJson.Wire);

    public Task<FailedApplicationList> FailedAsync() => GetAsync<FailedApplicationList>("/api/operations/failed", ReadModelJson.Wire);

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        _client?.Dispose();
        _installation.Dispose();
    }

    private async Task<T> GetAsync<T>(string path, JsonSerializerOptions options)
    {
        using var response = await _client!.GetAsync(path);
        return await ReadAsync<T>(response, options);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, JsonSerializerOptions options)
    {
        response.IsSuccessStatusCode.ShouldBeTrue($"{response.RequestMessage!.RequestUri}: {response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        return (await response.Content.ReadFromJsonAsync<T>(options))!;
    }
}
