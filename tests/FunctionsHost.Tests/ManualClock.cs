namespace CrossRegion.FunctionsHost.Tests;

/// <summary>A clock that moves when told to, and runs the timers that fall due.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly List<ManualTimer> _timers = [];
    private readonly Dictionary<DateTimeOffset, TaskCompletionSource> _awaited = [];
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_timers)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ManualTimer timer = new(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan time)
    {
        ManualTimer[] due;
        lock (_timers)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            Array.ForEach(due, timer => _timers.Remove(timer));
        }

        Array.ForEach(due, timer => timer.Fire());
    }

    /// <summary>Waits until somebody waits for this very time: a clock that moves between asking for the time and setting a timer is missed.</summary>
    public async Task WaitForTimerAsync(DateTimeOffset due)
    {
        TaskCompletionSource set;
        lock (_timers)
        {
            if (_timers.Exists(timer => timer.Due == due))
            {
                return;
            }

            _awaited[due] = set = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        try
        {
            await set.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"Waited {Patience.TotalSeconds} s for a timer at {due:O}; it is {GetUtcNow():O}");
        }
    }

    private sealed class ManualTimer(ManualClock clock, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            bool now = false;
            lock (clock._timers)
            {
                clock._timers.Remove(this);
                if (dueTime != Timeout.InfiniteTimeSpan)
                {
                    Due = clock._now + dueTime;
                    now = dueTime <= TimeSpan.Zero;
                    if (!now)
                    {
                        clock._timers.Add(this);
                        if (clock._awaited.Remove(Due, out TaskCompletionSource? awaited))
                        {
                            awaited.SetResult();
                        }
                    }
                }
            }

            if (now)
            {
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }

            return true;
        }

        public void Fire() => callback(state);

        public void Dispose()
        {
            lock (clock._timers)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
