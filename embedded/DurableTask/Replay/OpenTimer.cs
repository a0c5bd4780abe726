using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>A timer that has not fired.</summary>
internal sealed class OpenTimer(TimerCreated created, DateTime since) : OpenTask(created, since)
{
    private readonly TaskCompletionSource _completion = new();

    public DateTime FireAt => created.FireAt;

    public Task Task => _completion.Task;

    public override void Complete(string? result) => _completion.TrySetResult();

    public override void Fail(TaskFailureDetails failure) => throw new InvalidOperationException("A timer cannot fail.");

    public void Cancel(CancellationToken cancellation) => _completion.TrySetCanceled(cancellation);
}
