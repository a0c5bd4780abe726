namespace CrossRegion.Embedded.DurableTask.Timers;

/// <summary>
/// Wake-ups in the order of their times, with one timer for the next. Nothing runs while nothing is due, except that a long
/// wait is looked at again every minute, in case the clock was set.
/// </summary>
internal sealed class TimerQueue : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    private readonly TimeProvider _time;
    private readonly Action<Wakeup> _due;
    private readonly PriorityQueue<Wakeup, DateTime> _queue = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private bool _isRunning;

    public TimerQueue(TimeProvider time, Action<Wakeup> due)
    {
        _time = time;
        _due = due;
        _timer = time.CreateTimer(_ => Fire(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Begins to fire; what is past due fires at once.</summary>
    public void Start()
    {
        lock (_gate)
        {
            _isRunning = true;
            SetTimer();
        }
    }

    public void Stop()
    {
        lock (_gate)
        {
            _isRunning = false;
        }
    }

    public void Add(DateTime at, Wakeup wakeup)
    {
        lock (_gate)
        {
            var isNext = !_queue.TryPeek(out _, out var next) || at < next;
            _queue.Enqueue(wakeup, at);
            if (isNext)
            {
                SetTimer();
            }
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Fire()
    {
        List<Wakeup> due = [];
        lock (_gate)
        {
            while (_isRunning && _queue.TryPeek(out var wakeup, out var at) && at <= _time.GetUtcNow().UtcDateTime)
            {
                _queue.Dequeue();
                due.Add(wakeup);
            }

            SetTimer();
        }

        due.ForEach(_due);
    }

    private void SetTimer()
    {
        if (!_isRunning || !_queue.TryPeek(out _, out var at))
        {
            return;
        }

        var wait = at - _time.GetUtcNow().UtcDateTime;
        _timer.Change(wait <= TimeSpan.Zero ? TimeSpan.Zero : wait > LongestWait ? LongestWait : wait, Timeout.InfiniteTimeSpan);
    }
}
