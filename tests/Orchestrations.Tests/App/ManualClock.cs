namespace CrossRegion.Orchestrations.Tests.App;

/// <summary>A clock that stands until it is moved; timers fire while it moves.</summary>
internal sealed class ManualClock(DateTimeOffset start, Pulse pulse) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<ManualTimer> _timers = [];
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => GetUtcNow().Ticks;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
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

    /// <summary>When the next timers are due, for whoever waits in vain.</summary>
    public string Timers
    {
        get
        {
            lock (_gate)
            {
                return string.Join(' ', _timers.Where(timer => timer.DueAt is not null).Select(timer => timer.DueAt!.Value).Order().Take(12).Select(due => $"{due:O}"));
            }
        }
    }

    /// <summary>How many timers are set for exactly that time.</summary>
    public int TimersAt(DateTimeOffset time)
    {
        lock (_gate)
        {
            return _timers.Count(timer => timer.DueAt == time);
        }
    }

    public void Advance(TimeSpan by) => AdvanceTo(GetUtcNow() + by);

    /// <summary>Goes to the next timer if it is due within <paramref name="window"/>; false when none is.</summary>
    public bool TryAdvanceToNextTimer(TimeSpan window)
    {
        DateTimeOffset? next;
        lock (_gate)
        {
            next = _timers.Min(timer => timer.DueAt);
            if (next is null || next > _now + window)
            {
                return false;
            }
        }

        AdvanceTo(next.Value);
        return true;
    }

    private void TellTimerSet() => pulse.Beat();

    private void AdvanceTo(DateTimeOffset then)
    {
        List<ManualTimer> due;
        lock (_gate)
        {
            _now = then > _now ? then : _now;
            due = _timers.FindAll(timer => timer.DueAt <= _now);
            due.ForEach(timer => timer.DueAt = null);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class ManualTimer(ManualClock clock, Action fire) : ITimer
    {
        public DateTimeOffset? DueAt { get; set; }

        public Action Fire => fire;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._gate)
            {
                DueAt = dueTime > TimeSpan.Zero ? clock._now + dueTime : null;
            }

            if (dueTime == TimeSpan.Zero)
            {
                ThreadPool.QueueUserWorkItem(static timer => timer.Fire(), this, preferLocal: false);
            }

            clock.TellTimerSet();
            return true;
        }

        public void Dispose()
        {
            lock (clock._gate)
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
