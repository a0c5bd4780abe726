using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>What an event does to the orchestrator: the same in a new turn and in replay.</summary>
internal sealed partial class Orchestration
{
    /// <summary>Whether the event means anything now: an answer to a question no longer asked does not.</summary>
    private bool Concerns(HistoryEvent happened) => happened switch
    {
        AnswerEvent answer => Awaits(answer.TaskId),
        WokenUp => false,
        ExecutionSuspended => !IsSuspended,
        ExecutionResumed => IsSuspended,
        _ => true,
    };

    private bool Awaits(int taskId) => _open.ContainsKey(taskId) && (_held.Count == 0 || !HasHeld(taskId));

    private bool HasHeld(int taskId) => _held.Any(held => held is AnswerEvent answer && answer.TaskId == taskId);

    private void Feed(HistoryEvent happened)
    {
        if (happened is ExecutionRewound rewound)
        {
            FeedAgain(rewound);
            return;
        }

        if (IsSuspended && happened is not (ExecutionResumed or ExecutionTerminated))
        {
            _held.Enqueue(happened);
            return;
        }

        _loop.Run(static fed => fed.To.Handle(fed.Happened), (To: this, Happened: happened));
        Conclude();
    }

    /// <summary>What is left of the turns that were cut away, as if it came only now.</summary>
    private void FeedAgain(ExecutionRewound rewound)
    {
        _lineage.Cut(rewound.Execution, _nextTaskId);
        foreach (var kept in rewound.Kept)
        {
            if (End is null && Continuation is null && Concerns(kept))
            {
                Feed(kept);
            }
        }
    }

    private void Handle(HistoryEvent happened)
    {
        switch (happened)
        {
            case ExecutionStarted:
                Begin();
                break;
            case TaskCompleted e:
                Close(e.TaskId)?.Complete(e.Result);
                break;
            case SubOrchestrationCompleted e:
                Close(e.TaskId)?.Complete(e.Result);
                break;
            case TaskFailed e:
                Fail(e.TaskId, e.Failure);
                break;
            case SubOrchestrationFailed e:
                Fail(e.TaskId, e.Failure);
                break;
            case TimerFired e:
                Close(e.TaskId)?.Complete(null);
                break;
            case EventRaised e:
                _events.Raise(e);
                break;
            case ExecutionSuspended:
                IsSuspended = true;
                break;
            case ExecutionResumed:
                Resume();
                break;
            case ExecutionTerminated e:
                Terminate(e);
                break;
            default:
                throw new InvalidOperationException($"{happened.GetType()} cannot be fed to an orchestrator.");
        }
    }

    private void Fail(int taskId, TaskFailureDetails failure)
    {
        if (Close(taskId) is { } call)
        {
            _failures.Add(taskId, _nextTaskId);
            call.Fail(failure);
        }
    }

    private OpenTask? Close(int taskId) => _open.Remove(taskId, out var task) ? task : null;

    private void Resume()
    {
        IsSuspended = false;
        while (!IsSuspended && _held.TryDequeue(out var held))
        {
            Handle(held);
        }
    }

    private void Begin()
    {
        if (!_services.Factory.TryCreateOrchestrator(Start.Name, Start.Version, _services.Provider, out var orchestrator))
        {
            Fail(MissingTasks.OfOrchestrator(Start.Name, Start.Version));
            return;
        }

        try
        {
            var input = _services.Options.DataConverter.Deserialize(Start.Input, orchestrator.InputType);
            _main = orchestrator.RunAsync(new OrchestratorContext(this, _services, input), input);
        }
        catch (Exception unreadable)
        {
            Fail(unreadable);
        }
    }

    private void Conclude()
    {
        if (_main is not { IsCompleted: true } || End is not null || Continuation is not null)
        {
            return;
        }

        if (_main.IsCompletedSuccessfully && _continueAs is { } next)
        {
            Continuation = new Continuation(
                Start with { Input = next.Input, Version = next.Version, StartAt = null },
                next.Preserve ? _events.TakeAll() : []);
            return;
        }

        try
        {
            var output = _services.Options.DataConverter.Serialize(_main.GetAwaiter().GetResult());
            End = new ExecutionCompleted(OrchestrationRuntimeStatus.Completed, output, null);
        }
        catch (Exception failure)
        {
            Fail(failure);
        }
    }
}
