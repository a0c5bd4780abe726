using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.Functions.Composition;

/// <summary>Reads the installation's keys when it starts, once the host owns its data directory: a damaged one stops it there and then.</summary>
internal sealed class KeysAtStart(IServiceProvider services) : IHostedService
{
    /// <exception cref="SettingsException">A key is damaged.</exception>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = services.GetRequiredService<NumberKey>();
        _ = services.GetRequiredService<IKeyWrapper>();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
