namespace CrossRegion.Embedded.DurableTask.WorkItems;

/// <summary>
/// Watches over work items that end badly: that take the process with them, or that the engine cannot run. Who was under
/// way at two deaths in a row is a suspect and runs only while no other suspect does, so that the next death tells the
/// guilty from the innocent; the most suspicious first. After the configured number of attempts an item is set aside. A
/// good end clears it.
/// </summary>
internal sealed class WorkItemWatch : IDisposable
{
    /// <summary>From so many bad ends on an item runs alone among its like.</summary>
    public const int Suspicious = 2;

    private readonly RunningWorkItems _running;
    private readonly SuspectList _suspects;
    private readonly int _maxAttempts;
    private readonly Lock _gate = new();
    private readonly PriorityQueue<Action, int> _waiting = new();
    private bool _isSuspectRunning;

    public WorkItemWatch(string directory, int maxAttempts)
    {
        _maxAttempts = maxAttempts;
        _suspects = new SuspectList(directory);
        _running = new RunningWorkItems(directory);
        if (_running.Read() is { Count: > 0 } left)
        {
            _suspects.Died(left);
        }

        _running.Clear();
    }

    /// <summary>Begins an attempt, to be ended by <see cref="Succeed"/>, <see cref="Fail"/> or <see cref="Abandon"/>, unless the item is set aside.</summary>
    /// <param name="later">
    /// Called, with <paramref name="state"/>, once the item may be tried to begin again, if the answer is <c>null</c>: another suspect runs.
    /// </param>
    public WorkItemRun? TryBegin<T>(WorkItem item, T state, Action<T> later)
    {
        var attempts = _suspects.IsEmpty ? 0 : _suspects.AttemptsOf(item);
        if (attempts >= _maxAttempts)
        {
            return new WorkItemRun(item, Slot: -1, attempts, IsSetAside: true);
        }

        return attempts < Suspicious || TryBeAlone(attempts, state, later) ? new WorkItemRun(item, _running.Enter(item), attempts, IsSetAside: false) : null;
    }

    /// <summary>The attempt has ended well (an activity's exception is a good end: the engine knows what to do with it).</summary>
    public void Succeed(WorkItemRun run)
    {
        Abandon(run);
        if (run is { Attempts: > 0, IsSetAside: false })
        {
            _suspects.Remove(run.Item);
        }
    }

    /// <summary>The attempt has ended badly.</summary>
    /// <param name="isSetAside">Whether it was the last one allowed.</param>
    /// <returns>How many have ended so in a row.</returns>
    public int Fail(WorkItemRun run, out bool isSetAside)
    {
        var attempts = _suspects.Raise(run.Item);
        isSetAside = attempts >= _maxAttempts;
        Abandon(run);
        return attempts;
    }

    /// <summary>The engine has stopped before the attempt came to its end.</summary>
    public void Abandon(WorkItemRun run)
    {
        _running.Leave(run.Slot);
        if (run is { Attempts: >= Suspicious, IsSetAside: false })
        {
            LetNext();
        }
    }

    /// <summary>After an orderly stop nothing that was under way is under suspicion.</summary>
    public void Dispose()
    {
        _running.Clear();
        _running.Dispose();
    }

    private bool TryBeAlone<T>(int attempts, T state, Action<T> later)
    {
        lock (_gate)
        {
            if (_isSuspectRunning)
            {
                _waiting.Enqueue(() => later(state), -attempts);
                return false;
            }

            return _isSuspectRunning = true;
        }
    }

    private void LetNext()
    {
        Action? next;
        lock (_gate)
        {
            _isSuspectRunning = false;
            _waiting.TryDequeue(out next, out _);
        }

        next?.Invoke();
    }
}
