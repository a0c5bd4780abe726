namespace CrossRegion.DurableTask.Tests.Fixtures;

/// <summary>
/// A clock that stands until it is advanced; its timers fire within <see cref="Advance"/>. A hurried one jumps to the time of
/// a timer as soon as that is set.
/// </summary>
internal sealed class ManualTime(bool isHurried = false) : TimeProvider
{
    private TaskCompletionSource _timerSet = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private TimeSpan _elapsed;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    private bool IsHurried => isHurried;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        lock (_gate)
        {
            return _elapsed.Ticks;
        }
    }

    /// <summary>Ends when a timer is set for later; to be asked for before the cause.</summary>
    public Task TimerSet
    {
        get
        {
            lock (_gate)
            {
                _timerSet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return _timerSet.Task;
            }
        }
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now += by;
            _elapsed += by;
            due = _timers.FindAll(timer => timer.DueAt <= _elapsed);
            due.ForEach(timer => timer.DueAt = null);
        }

        due.ForEach(timer => timer.Fire());
    }

    /// <summary>Sets the clock, forward or back, as an administrator does: no time passes, so no timer fires.</summary>
    public void Set(DateTimeOffset now)
    {
        lock (_gate)
        {
            _now = now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, () => callback(state));
        lock (_gate)
        {
            _timers.Add(timer);
        }

        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class ManualTimer(ManualTime time, Action fire) : ITimer
    {
        public TimeSpan? DueAt { get; set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._gate)
            {
                DueAt = dueTime == Timeout.InfiniteTimeSpan ? null : time._elapsed + dueTime;
            }

            if (dueTime == TimeSpan.Zero || (time.IsHurried && dueTime > TimeSpan.Zero))
            {
                ThreadPool.QueueUserWorkItem(_ => time.Advance(dueTime));
            }
            else if (dueTime > TimeSpan.Zero)
            {
                lock (time._gate)
                {
                    time._timerSet.TrySetResult();
                }
            }

            return true;
        }

        public void Dispose()
        {
            lock (time._gate)
            {
                time._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
