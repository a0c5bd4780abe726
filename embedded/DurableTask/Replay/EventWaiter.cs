namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Somebody waiting for an external event.</summary>
internal abstract class EventWaiter
{
    public abstract Type EventType { get; }

    public abstract void Receive(string? payload);

    public abstract void Cancel(CancellationToken cancellation);
}
