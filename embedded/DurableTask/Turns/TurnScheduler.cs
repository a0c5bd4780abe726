using System.Collections.Concurrent;
using CrossRegion.Embedded.DurableTask.Instances;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>Gives instances with messages to the thread pool; before the engine runs they wait, after it has stopped they rest.</summary>
internal sealed class TurnScheduler(Action<Instance> run)
{
    private readonly ConcurrentQueue<Instance> _early = new();
    private readonly Lock _gate = new();
    private readonly TaskCompletionSource _quiet = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isOpen;
    private bool _isClosed;
    private int _running;

    public void Schedule(Instance instance)
    {
        lock (_gate)
        {
            if (!_isOpen)
            {
                _early.Enqueue(instance);
                return;
            }

            if (_isClosed)
            {
                return;
            }

            _running++;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static work => work.Scheduler.Run(work.Instance), (Scheduler: this, Instance: instance), preferLocal: false);
    }

    public void Open()
    {
        lock (_gate)
        {
            _isOpen = true;
        }

        while (_early.TryDequeue(out var instance))
        {
            Schedule(instance);
        }
    }

    /// <summary>Starts no more turns; ends when the last one has.</summary>
    public Task CloseAsync()
    {
        lock (_gate)
        {
            _isClosed = true;
            if (_running == 0)
            {
                _quiet.TrySetResult();
            }
        }

        return _quiet.Task;
    }

    private void Run(Instance instance)
    {
        try
        {
            run(instance);
        }
        finally
        {
            lock (_gate)
            {
                if (--_running == 0 && _isClosed)
                {
                    _quiet.TrySetResult();
                }
            }
        }
    }
}
