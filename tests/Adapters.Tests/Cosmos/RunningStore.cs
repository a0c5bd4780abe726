using CrossRegion.Adapters.Cosmos;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Tests.Cosmos;

/// <summary>One instance of the store as the app has it, with its projection of lists.</summary>
internal sealed class RunningStore : IAsyncDisposable
{
    private readonly IHost _host;

    private RunningStore(IHost host) => _host = host;

    public IDocumentStore Documents => _host.Services.GetRequiredService<IDocumentStore>();

    public CosmosAccount Account => _host.Services.GetRequiredService<CosmosAccount>();

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
