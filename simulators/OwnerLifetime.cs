using Microsoft.Extensions.Hosting;

namespace CrossRegion.Simulators;

/// <summary>The server lives as long as its owner wants; no signal ends it.</summary>
internal sealed class OwnerLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
