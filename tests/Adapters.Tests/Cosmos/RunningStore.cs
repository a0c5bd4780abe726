using CrossRegion.Adapters.Cosmos;
using CrossRegion.Adapters.Tests.Cosmos.Gateway;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>The store as the app has it: one instance, with its projection of lists.</summary>
internal sealed class RunningStore : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningStore(IHost host) => _host = host;

    public IDocumentStore Documents => _host.Services.GetRequiredService<IDocumentStore>();

    public CosmosAccount Account => _host.Services.GetRequiredService<CosmosAccount>();

    public static Task<RunningStore> StartAsync(CosmosGateway gateway, Action<CosmosOptions>? configure = null)
    {
        var options = new CosmosOptions { Endpoint = gateway.Url, Key = CosmosGateway.Key, ListPollSeconds = 0.02 };
        configure?.Invoke(options);
        return StartAsync(options);
    }

    public static async Task<RunningStore> StartAsync(CosmosOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Logging.ClearProviders();
        builder.Services.AddCosmosDocumentStore(options);
        var host = builder.Build();
        await host.StartAsync();
        return new RunningStore(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
