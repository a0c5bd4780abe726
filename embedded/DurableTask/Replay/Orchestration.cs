using CrossRegion.Embedded.DurableTask.History;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>
/// One execution of an orchestrator, alive in memory between its turns. It is fed with events and says what it did; it
/// knows nothing of stores, clocks or threads. Fed with its own history it comes to the same place again.
/// </summary>
internal sealed partial class Orchestration
{
    private readonly OrchestrationServices _services;
    private readonly OrchestratorLoop _loop;
    private readonly ExternalEvents _events;
    private readonly Dictionary<int, OpenTask> _open = [];
    private readonly Queue<ActionEvent> _actions = new();
    private readonly Queue<HistoryEvent> _held = new();
    private readonly FailedCalls _failures = new();
    private readonly Lineage _lineage = new();
    private Task<object?>? _main;
    private int _nextTaskId;
    private (string? Input, string Version, bool Preserve)? _continueAs;

    /// <param name="strayed">Called when the orchestrator awaited something not durable: a turn must be run, in which it fails.</param>
    public Orchestration(OrchestrationServices services, string instanceId, ExecutionStarted start, Action strayed)
    {
        _services = services;
        InstanceId = instanceId;
        Start = start;
        _loop = new OrchestratorLoop { Strayed = strayed };
        _events = new ExternalEvents(services.Options.DataConverter);
    }

    public string InstanceId { get; }

    public ExecutionStarted Start { get; }

    /// <summary>The time of the turn. It never runs backwards within an execution, though the clock may be set back.</summary>
    public DateTime Now { get; private set; }

    /// <summary>When its first turn ran; <c>null</c> before.</summary>
    public DateTime? BegunAt { get; private set; }

    public bool IsReplaying { get; private set; }

    public bool IsSuspended { get; private set; }

    public string? CustomStatus { get; set; }

    /// <summary>How the execution ended; <c>null</c> while it goes on.</summary>
    public ExecutionCompleted? End { get; private set; }

    /// <summary>Whether it was terminated together with its sub-orchestrations.</summary>
    public bool TerminatesRecursively { get; private set; }

    /// <summary>The next execution, once this one has ended by continuing as new.</summary>
    public Continuation? Continuation { get; private set; }

    /// <summary>What the orchestrator has begun and not yet heard of.</summary>
    public IEnumerable<OpenTask> Open => _open.Values.Where(task => Awaits(task.Action.TaskId));

    /// <summary>What it waits for besides messages: whether an activity is under way, and the earliest timer.</summary>
    public (bool OnActivity, DateTime? OnTimer) Waits
    {
        get
        {
            (bool OnActivity, DateTime? OnTimer) waits = default;
            foreach (var task in _open.Values)
            {
                if (Awaits(task.Action.TaskId))
                {
                    waits = task.Action switch
                    {
                        TaskScheduled => (true, waits.OnTimer),
                        TimerCreated timer when !(waits.OnTimer <= timer.FireAt) => (waits.OnActivity, timer.FireAt),
                        _ => waits,
                    };
                }
            }

            return waits;
        }
    }

    /// <summary>What that number was given to, if it is still open.</summary>
    public OpenTask? Awaited(int taskId) => Awaits(taskId) ? _open[taskId] : null;

    /// <summary>Runs a new turn with what has come in, until the execution ends or continues as new.</summary>
    /// <param name="heard">How many of the incoming events the turn has dealt with; the rest is for the next execution.</param>
    /// <returns>The turn's events: its beginning, what was heard, what was done. Only the beginning: nothing concerned it.</returns>
    public List<HistoryEvent> RunTurn(DateTime now, IReadOnlyList<HistoryEvent> incoming, out int heard)
    {
        IsReplaying = false;
        Now = Latest(now, incoming);
        BegunAt ??= Now;
        List<HistoryEvent> turn = [new TurnStarted(Now)];
        for (heard = 0; heard < incoming.Count && End is null && Continuation is null; heard++)
        {
            if (Concerns(incoming[heard]))
            {
                turn.Add(incoming[heard]);
                Feed(incoming[heard]);
            }
        }

        if (_loop.HasStrayed && End is null)
        {
            Fail(new InvalidOperationException(
                "The orchestrator awaited something that is not durable. Await only tasks of its context, and do everything else in activities."));
        }

        while (_actions.TryDequeue(out var action))
        {
            turn.Add(action);
        }

        if (End is not null)
        {
            turn.Add(End);
        }

        return turn;
    }

    /// <summary>Brings the orchestrator to where its history left it.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">It does something else than the history says.</exception>
    public void Replay(IEnumerable<HistoryEvent> history)
    {
        IsReplaying = true;
        foreach (var happened in history)
        {
            switch (happened)
            {
                case TurnStarted turn:
                    RequireAllRecorded();
                    Now = turn.Now;
                    BegunAt ??= turn.Now;
                    break;
                case ActionEvent recorded:
                    RequireSame(recorded);
                    break;
                case ExecutionCompleted:
                    break;
                default:
                    Feed(happened);
                    break;
            }
        }

        RequireAllRecorded();
    }

    /// <summary>Whether an answer to one of the execution's earlier numbers, before it was rewound, is good for this one.</summary>
    public bool Inherits(long execution, HistoryEvent happened) => _lineage.Has(execution, happened);

    /// <summary>Ends the execution from outside.</summary>
    public void Terminate(ExecutionTerminated termination)
    {
        End = new ExecutionCompleted(OrchestrationRuntimeStatus.Terminated, termination.Output, null);
        TerminatesRecursively = termination.Recursive;
    }

    /// <summary>Ends the execution as failed, not by what its orchestrator did.</summary>
    public void Fail(TaskFailureDetails cause) => Fail(cause, new FailureOrigin(TaskId: null));

    private void Fail(Exception cause) => Fail(_services.Describe(cause), new FailureOrigin(_failures.FirstThatLedTo(cause)));

    private void Fail(TaskFailureDetails cause, FailureOrigin origin) => End = new ExecutionCompleted(OrchestrationRuntimeStatus.Failed, null, cause, origin);

    /// <summary>Now, but not before the turn before, nor before a timer that has fired: the clock may have been set back since.</summary>
    private DateTime Latest(DateTime now, IReadOnlyList<HistoryEvent> incoming)
    {
        var latest = now > Now ? now : Now;
        for (var i = 0; i < incoming.Count; i++)
        {
            if (incoming[i] is TimerFired fired && _open.TryGetValue(fired.TaskId, out var task) && task is OpenTimer timer && timer.FireAt > latest)
            {
                latest = timer.FireAt;
            }
            else if (incoming[i] is ExecutionRewound rewound)
            {
                latest = Latest(latest, rewound.Kept);
            }
        }

        return latest;
    }

    private void RequireAllRecorded()
    {
        if (_actions.TryDequeue(out var extra))
        {
            throw new NonDeterministicOrchestrationException(
                $"'{Start.Name}' in replay does {extra.Description} (#{extra.TaskId}), which its history does not have at that place.");
        }
    }

    private void RequireSame(ActionEvent recorded)
    {
        if (!_actions.TryDequeue(out var done))
        {
            throw new NonDeterministicOrchestrationException(
                $"The history of '{Start.Name}' has {recorded.Description} (#{recorded.TaskId}), which the code in replay does not do.");
        }

        if (!done.IsSameAs(recorded))
        {
            throw new NonDeterministicOrchestrationException(
                $"The history of '{Start.Name}' has {recorded.Description} (#{recorded.TaskId}) where the code in replay does {done.Description} (#{done.TaskId}).");
        }
    }
}
