namespace CrossRegion.Embedded.Functions.Queues.Storage;

/// <summary>When to look into a queue again: after a pause, or as soon as this host has put something there.</summary>
internal sealed class Polls(PollInterval interval, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _news = New();
    private bool _found;

    /// <summary>A look begins. Whatever was put before is no news after it.</summary>
    public void Begin()
    {
        lock (_gate)
        {
            if (_news.Task.IsCompleted)
            {
                _news = New();
            }
        }
    }

    public void Found()
    {
        lock (_gate)
        {
            _found = true;
        }
    }

    /// <summary>Something was put on the queue.</summary>
    public void Raise()
    {
        lock (_gate)
        {
            _news.TrySetResult();
        }
    }

    public async Task WaitAsync(CancellationToken cancellation)
    {
        Task news;
        TimeSpan pause;
        lock (_gate)
        {
            news = _news.Task;
            pause = interval.Next(_found);
            _found = false;
        }

        await news.WaitAsync(pause, clock, cancellation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        cancellation.ThrowIfCancellationRequested();
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
