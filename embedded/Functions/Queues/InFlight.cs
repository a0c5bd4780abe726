namespace CrossRegion.Embedded.Functions.Queues;

/// <summary>Counts work under way and lets one waiter wait until little enough is left.</summary>
internal sealed class InFlight
{
    private readonly Lock _gate = new();
    private int _count;
    private int _threshold;
    private TaskCompletionSource? _waiter;

    public void Track(Task work)
    {
        lock (_gate)
        {
            _count++;
        }

        _ = work.ContinueWith(static (_, self) => ((InFlight)self!).End(), this, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task AtMostAsync(int threshold)
    {
        lock (_gate)
        {
            if (_count <= threshold)
            {
                return Task.CompletedTask;
            }

            _threshold = threshold;
            _waiter = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiter.Task;
        }
    }

    private void End()
    {
        lock (_gate)
        {
            if (--_count <= _threshold)
            {
                _waiter?.TrySetResult();
            }
        }
    }
}
