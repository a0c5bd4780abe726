using CrossRegion.Orchestrations.Exchange.Sending;
using Microsoft.Extensions.Hosting;

namespace CrossRegion.Functions.Composition;

/// <summary>Sends hand-overs for as long as the process lives.</summary>
internal sealed class ExchangeService(Dispatcher dispatcher) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => dispatcher.RunAsync(stoppingToken);
}
