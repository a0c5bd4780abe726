namespace CrossRegion.FunctionsHost.Tests;

/// <summary>A clock that moves when told to, and runs the timers that fall due.</summary>
internal sealed class ManualClock(DateTimeOffset start) : TimeProvider
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

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

    /// <summary>
    /// Until a timer waits for that time: who moves the clock earlier may come between the look at it and the timer that is set by it.
    /// </summary>
    public async Task UntilTimerIsSetForAsync(DateTimeOffset due)
    {
        while (true)
        {
            Task next;
            lock (_timers)
            {
                if (_timers.Exists(timer => timer.Due == due))
                {
                    return;
                }

                next = _timerSet.Task;
            }

            try
            {
                await next.WaitAsync(Patience);
            }
            catch (TimeoutException)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds} s for a timer for {due:u}; it is {GetUtcNow():u}.");
            }
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
                        clock._timerSet.TrySetResult();
                        clock._timerSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
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
