using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Replay;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>
/// What a rewind makes of a failed instance. Its turns are kept up to the one that heard of the first failure that led to
/// the end; that one and the later are cut away. Of what they had heard, all that still concerns the kept turns is fed
/// again: external events, and answers to calls made before the cut, except failures: those calls are made again. An
/// orchestrator is deterministic, so the kept turns replay.
/// </summary>
internal static class InstanceRewind
{
    /// <summary>Why an instance cannot be rewound; <c>null</c> if it can.</summary>
    public static string? Obstacle(InstanceState state)
    {
        if (state.Status != OrchestrationRuntimeStatus.Failed)
        {
            return $"it has not failed, it is {state.Status}";
        }

        try
        {
            Rewind(state, new Message(Id: 0, Execution: 0, new ExecutionRewound(Reason: null, Parent: null, Execution: 0, [])), state.UpdatedAt);
            return null;
        }
        catch (InvalidDataException unreadable)
        {
            return $"its data cannot be read: {unreadable.Message}";
        }
    }

    /// <summary>A failed instance keeps the answers to its calls, in case it is rewound.</summary>
    public static InstanceState Keep(InstanceState failed, Message answer)
    {
        var state = failed.Copy();
        state.Inbox.Add(answer);
        return state;
    }

    /// <returns>The state from which the instance goes on; the failed one is left as it is.</returns>
    /// <exception cref="InvalidDataException">Its data cannot be read.</exception>
    public static InstanceState Rewind(InstanceState failed, Message request, DateTime at)
    {
        if (failed.Damage is { } damage)
        {
            return Repaired(failed, damage);
        }

        var rewound = (ExecutionRewound)request.Event;
        var history = HistoryCodec.ReadAll(failed.History);
        var cut = CutOf(history);
        var (kept, cutAway) = (history[..cut], history[cut..]);
        var late = failed.Inbox.Where(message => IsFor(failed.Execution, LineageOf(history), message)).Select(message => message.Event);
        var state = new InstanceState(request.Id, rewound.Parent is { } parent ? failed.Start with { Parent = parent } : failed.Start, failed.CreatedAt)
        {
            UpdatedAt = at,
            Status = OrchestrationRuntimeStatus.Running,
            CustomStatus = failed.CustomStatus,
        };
        if (kept.Count > 0)
        {
            state.History.Add(HistoryCodec.Encode(kept));
        }

        var calls = kept.OfType<ActionEvent>().Select(action => action.TaskId).ToHashSet();
        state.Inbox.Add(request with { Event = rewound with { Parent = null, Execution = failed.Execution, Kept = StillGood(cutAway.Concat(late), calls) } });
        return state;
    }

    /// <summary>The place of the turn that heard of the first failure that led to the end; of the last turn, if none did.</summary>
    private static int CutOf(List<HistoryEvent> history)
    {
        var end = history.FindLastIndex(static happened => happened is ExecutionCompleted);
        var failure = end < 0 ? -1 : ((ExecutionCompleted)history[end]).Origin switch
        {
            // Before it was noted.
            null => history.FindIndex(static happened => happened is TaskFailed or SubOrchestrationFailed),
            { TaskId: { } taskId } => history.FindIndex(happened => Tells(happened, taskId)),
            _ => -1,
        };
        var from = failure < 0 ? history.Count - 1 : failure;
        return from < 0 ? 0 : history.FindLastIndex(from, static happened => happened is TurnStarted);
    }

    /// <summary>Whether it is the failure of the call, or holds it (what was fed again after an earlier rewind).</summary>
    private static bool Tells(HistoryEvent happened, int taskId) => happened switch
    {
        TaskFailed or SubOrchestrationFailed => ((AnswerEvent)happened).TaskId == taskId,
        ExecutionRewound again => again.Kept.Any(kept => Tells(kept, taskId)),
        _ => false,
    };

    private static HistoryEvent[] StillGood(IEnumerable<HistoryEvent> heard, HashSet<int> calls) =>
        [.. heard.Select(happened => StillGood(happened, calls)).OfType<HistoryEvent>()];

    private static HistoryEvent? StillGood(HistoryEvent happened, HashSet<int> calls) => happened switch
    {
        TaskFailed or SubOrchestrationFailed => null,
        AnswerEvent answer => calls.Contains(answer.TaskId) ? answer : null,
        ExecutionRewound earlier => earlier with { Kept = StillGood(earlier.Kept, calls) },
        ExecutionStarted or EventRaised or ExecutionSuspended or ExecutionResumed => happened,
        _ => null,
    };

    private static bool IsFor(long execution, Lineage lineage, Message message) =>
        message.Execution == 0 || message.Execution == execution || lineage.Has(message.Execution, message.Event);

    private static Lineage LineageOf(List<HistoryEvent> history)
    {
        var lineage = new Lineage();
        var calls = 0;
        foreach (var happened in history)
        {
            calls += happened is ActionEvent ? 1 : 0;
            Note(happened);
        }

        return lineage;

        void Note(HistoryEvent happened)
        {
            if (happened is ExecutionRewound rewound)
            {
                lineage.Cut(rewound.Execution, calls);
                foreach (var kept in rewound.Kept)
                {
                    Note(kept);
                }
            }
        }
    }

    /// <summary>An instance that could not be read and now can is again what it was.</summary>
    private static InstanceState Repaired(InstanceState failed, DamagedInstance damage)
    {
        if (damage.MissesTurns)
        {
            throw new InvalidDataException("Turns were committed after the data that could not be read; they cannot be joined any more.");
        }

        try
        {
            var state = InstanceStateCodec.Read(damage.Blob);
            state.Inbox.AddRange(failed.Inbox);
            return state;
        }
        catch (Exception still) when (still is not InvalidDataException)
        {
            throw new InvalidDataException(still.Message, still);
        }
    }
}
