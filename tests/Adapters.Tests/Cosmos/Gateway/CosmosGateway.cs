using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Tests.Cosmos.Gateway;

/// <summary>
/// As much of the Cosmos DB service as the app uses, over HTTP on a free port of this machine: the real client talks to it in gateway
/// mode. It keeps everything in memory, answers one request at a time, and fails as the test says.
/// </summary>
public sealed class CosmosGateway : IAsyncDisposable
{
    /// <summary>Any key will do.</summary>
    public const string Key = "Y3Jvc3NyZWdpb24=";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly WebApplication _app;
    private readonly GatewayState _state;

    private CosmosGateway(GatewayState state)
    {
        _state = state;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        _app = builder.Build();
        _app.Run(context => new GatewayExchange(_state, context, Url).AnswerAsync());
    }

    public string Url => _app.Urls.Single();

    /// <summary>Asked before each request about items: the fault it is to meet, or null. Until it answers, the request is held.</summary>
    public Func<GatewayRequest, ValueTask<GatewayFault?>> Fault
    {
        get => _state.Fault;
        set => _state.Fault = value;
    }

    /// <summary>False: every connection is cut, whatever it wants.</summary>
    public bool Reachable
    {
        get => _state.Reachable;
        set => _state.Reachable = value;
    }

    /// <summary>All requests about items so far.</summary>
    public IReadOnlyList<GatewayRequest> Requests => [.. _state.Requests];

    public static async Task<CosmosGateway> StartAsync(TimeProvider? time = null, int ranges = 3, string consistency = "Strong")
    {
        var gateway = new CosmosGateway(new GatewayState(time ?? TimeProvider.System, ranges, consistency));
        await gateway._app.StartAsync();
        return gateway;
    }

    /// <summary>Lets the next requests of a kind meet these faults, in turn.</summary>
    public void FailNext(string container, RequestKind kind, params GatewayFault[] faults)
    {
        var waiting = new Queue<GatewayFault>(faults);
        Fault = request => new(request.Container == container && request.Kind == kind && waiting.TryDequeue(out var fault) ? fault : null);
    }

    /// <summary>
    /// Until the change feed processor has noted in its leases that it has gone past every change that was committed before this call.
    /// </summary>
    public async Task LeasesCaughtUpAsync(string monitored = "cases")
    {
        using var patience = new CancellationTokenSource(Patience);
        var goal = _state.Locked(() => FeedPosition.Latest(_state.Container(monitored)));
        while (true)
        {
            var next = _state.NextWrite;
            var reached = _state.Locked(() => FeedPosition.OfLeases(_state.Container("leases")));
            if (goal.IsReachedBy(reached))
            {
                return;
            }

            try
            {
                await next.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for the leases to reach {goal} and saw {reached}.");
            }
        }
    }

    /// <summary>All items of a container, as JSON.</summary>
    public IReadOnlyList<JsonObject> Items(string container) =>
        _state.Locked(() => _state.Container(container)?.All.Select(item => JsonObject.Create(item.Json)!).ToList() ?? []);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }
}
