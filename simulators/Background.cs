using System.Collections.Concurrent;

namespace CrossRegion.Simulators;

/// <summary>Work that goes on after a webhook was answered; ended and awaited when the provinces are.</summary>
internal sealed class Background : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();

    public void Run(Func<CancellationToken, Task> work)
    {
        var task = Task.Run(() => work(_stop.Token));
        _running[task] = true;
        _ = task.ContinueWith(
            done => done.IsFaulted || _running.TryRemove(done, out _), CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    /// <summary>When nothing is running any more.</summary>
    public async Task IdleAsync()
    {
        while (!_running.IsEmpty)
        {
            await Task.WhenAll(_running.Keys);
        }
    }

    /// <summary>Ends what is running and rethrows what went wrong in it.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        foreach (var task in _running.Keys)
        {
            try
            {
                await task;
            }
            catch (OperationCanceledException)
            {
                // Stopped, as asked.
            }
        }
        _stop.Dispose();
    }
}
