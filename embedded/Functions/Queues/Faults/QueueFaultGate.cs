namespace CrossRegion.Embedded.Functions.Queues.Faults;

/// <summary>Tells whoever listens that a fault point is reached. After a crash there it lets nobody through.</summary>
internal sealed class QueueFaultGate(IQueueFaults? faults)
{
    private volatile Exception? _crash;

    /// <exception cref="InvalidOperationException">There was a crash at a fault point.</exception>
    public void Enter()
    {
        if (_crash is { } crash)
        {
            throw new InvalidOperationException("The queues have stopped at a fault point.", crash);
        }
    }

    public void At(QueueFaultPoint? point)
    {
        try
        {
            if (point is { } reached)
            {
                faults?.Reached(reached);
            }
        }
        catch (Exception crash)
        {
            _crash = crash;
            throw;
        }
    }
}
