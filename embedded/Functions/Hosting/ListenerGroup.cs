using Microsoft.Extensions.Hosting;

namespace CrossRegion.Embedded.Functions.Hosting;

/// <summary>Listeners that run from the host's start to its stop; each is at its post when the start returns.</summary>
internal abstract class ListenerGroup : IHostedService, IDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _running = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _running = Task.WhenAll([.. Listen(_stopping.Token)]);
        return Task.CompletedTask;
    }

    /// <summary>Takes nothing new and waits for what is at work, as long as the host's shutdown allows.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _running.WaitAsync(cancellationToken);
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Starts the listeners; each task ends soon after <paramref name="stopping"/>.</summary>
    protected abstract IEnumerable<Task> Listen(CancellationToken stopping);
}
