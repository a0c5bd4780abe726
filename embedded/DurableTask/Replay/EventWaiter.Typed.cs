using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Somebody waiting for an external event with a payload of type <typeparamref name="T"/>.</summary>
internal sealed class EventWaiter<T>(DataConverter converter) : EventWaiter
{
    private readonly TaskCompletionSource<T> _completion = new();

    public override Type EventType => typeof(T);

    public Task<T> Task => _completion.Task;

    public override void Receive(string? payload)
    {
        try
        {
            _completion.TrySetResult(converter.Deserialize<T>(payload)!);
        }
        catch (Exception unreadable)
        {
            // The payload is durable and stays unreadable: the orchestrator is told.
            _completion.TrySetException(unreadable);
        }
    }

    public override void Cancel(CancellationToken cancellation) => _completion.TrySetCanceled(cancellation);
}
