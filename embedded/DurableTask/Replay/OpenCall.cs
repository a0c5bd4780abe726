using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>A called activity or sub-orchestration.</summary>
internal sealed class OpenCall<T>(ActionEvent action, DateTime since, TaskName name, DataConverter converter) : OpenTask(action, since)
{
    private readonly TaskCompletionSource<T> _completion = new();

    public Task<T> Task => _completion.Task;

    public override void Complete(string? result)
    {
        try
        {
            _completion.TrySetResult(converter.Deserialize<T>(result)!);
        }
        catch (Exception unreadable)
        {
            // The result is durable and stays unreadable: the orchestrator is told, like of any failure.
            _completion.TrySetException(unreadable);
        }
    }

    public override void Fail(TaskFailureDetails failure) =>
        _completion.TrySetException(new TaskFailedException(name, Action.TaskId, failure));
}
