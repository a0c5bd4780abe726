namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>
/// The one thread of an orchestrator: whatever it awaits continues here, in the order of completion, and only while a turn
/// runs. What arrives from another thread would not come at the same place in a replay; it is counted as a fault.
/// </summary>
internal sealed class OrchestratorLoop : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _ready = new();
    private int _thread;
    private int _strays;

    /// <summary>Whether the caller is the orchestrator, in its turn.</summary>
    public bool IsCurrent => _thread == Environment.CurrentManagedThreadId;

    /// <summary>Whether something not durable was awaited and has come back on a thread of its own.</summary>
    public bool HasStrayed => Volatile.Read(ref _strays) > 0;

    /// <summary>Called, on the foreign thread, when that happens.</summary>
    public Action? Strayed { get; init; }

    /// <summary>Runs <paramref name="action"/> and all that becomes ready by it.</summary>
    public void Run<T>(Action<T> action, T argument)
    {
        var outer = Current;
        SetSynchronizationContext(this);
        _thread = Environment.CurrentManagedThreadId;
        try
        {
            action(argument);
            while (_ready.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            _thread = 0;
            SetSynchronizationContext(outer);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _ready.Enqueue((d, state));
        }
        else if (Interlocked.Increment(ref _strays) == 1)
        {
            Strayed?.Invoke();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("An orchestrator cannot be entered from outside.");

    public override SynchronizationContext CreateCopy() => this;
}
