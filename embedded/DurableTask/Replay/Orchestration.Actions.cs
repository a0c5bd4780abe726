using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>What the orchestrator can do, called through its context.</summary>
internal sealed partial class Orchestration
{
    public TAction Do<TAction>(Func<int, TAction> action)
        where TAction : ActionEvent
    {
        RequireOwnThread();
        var done = action(_nextTaskId++);
        _actions.Enqueue(done);
        return done;
    }

    public Task<T> Call<T>(Func<int, ActionEvent> action, TaskName name, DataConverter converter)
    {
        var call = new OpenCall<T>(Do(action), Now, name, converter);
        _open.Add(call.Action.TaskId, call);
        return call.Task;
    }

    /// <summary>The call that has failed was an attempt at <paramref name="first"/> (set to it if it was the first).</summary>
    public void FailedAgain(TaskFailedException failed, ref int? first)
    {
        first ??= failed.TaskId;
        _failures.Join(failed.TaskId, first.Value);
    }

    /// <summary>An attempt has succeeded, after <paramref name="first"/> and perhaps others had failed.</summary>
    public void MadeGood(int? first)
    {
        if (first is { } failed)
        {
            _failures.MakeGood(failed);
        }
    }

    public Task SetTimer(DateTime fireAt, CancellationToken cancellation)
    {
        var timer = new OpenTimer(Do(taskId => new TimerCreated(taskId, fireAt)), Now);
        _open.Add(timer.Action.TaskId, timer);
        cancellation.Register(() =>
        {
            _open.Remove(timer.Action.TaskId);
            timer.Cancel(cancellation);
        });
        return timer.Task;
    }

    public Task<T> WaitForEvent<T>(string name, CancellationToken cancellation)
    {
        RequireOwnThread();
        return _events.Wait<T>(name, cancellation);
    }

    public void ContinueAsNew(string? input, string version, bool preserveUnprocessedEvents)
    {
        RequireOwnThread();
        _continueAs = (input, version, preserveUnprocessedEvents);
    }

    private void RequireOwnThread()
    {
        if (!_loop.IsCurrent)
        {
            throw new InvalidOperationException(
                "The context was used outside the orchestrator's own thread. Await only durable tasks, without Task.Run or ConfigureAwait(false).");
        }
    }
}
