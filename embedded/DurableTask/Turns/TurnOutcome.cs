using CrossRegion.Embedded.DurableTask.Activities;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Journal;
using CrossRegion.Embedded.DurableTask.Replay;
using CrossRegion.Embedded.DurableTask.Timers;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>
/// Makes a turn's events one journal entry and sees to their consequences. Messages to other instances and timers are let
/// out at once: what follows from them comes later in the same journal, so it cannot outlive them. Activities reach the
/// world outside and wait until the entry is on the disk.
/// </summary>
internal sealed class TurnOutcome(JournalWriter journal, PostOffice post, TimerQueue timers, ActivityRunner activities, TimeProvider time)
{
    /// <returns>The messages with which the next execution begins, if this one has continued as new.</returns>
    public IReadOnlyList<Message> Commit(
        Instance instance, Orchestration orchestration, List<HistoryEvent> turn, IReadOnlyList<long> consumed)
    {
        using var outgoing = post.Collect();
        AddressActions(instance, turn, outgoing);
        AddressEnd(instance, orchestration, outgoing);
        AddressRewound(instance, orchestration, turn, outgoing);
        var next = Continue(orchestration);
        var status = orchestration switch
        {
            { End: { } end } => end.Status,
            { IsSuspended: true } => OrchestrationRuntimeStatus.Suspended,
            _ => OrchestrationRuntimeStatus.Running,
        };
        var waits = orchestration.Waits;
        var entry = new JournalEntry
        {
            At = time.GetUtcNow().UtcDateTime,
            Turn = new TurnRecord
            {
                Instance = instance,
                Consumed = consumed,
                History = HistoryCodec.Encode(turn),
                Status = status,
                CustomStatus = orchestration.CustomStatus,
                Output = orchestration.End?.Output,
                Failure = orchestration.End?.Failure,
                WakeAt = waits.OnActivity ? DateTime.MinValue : waits.OnTimer,
            },
            Sent = next.Count == 0 ? outgoing.Deliveries : [.. next.Select(message => new Delivery(instance, message)), .. outgoing.Deliveries],
        };
        journal.Append(entry, Calls(instance, turn));

        instance.Settle(status, orchestration.CustomStatus, isIdle: !waits.OnActivity);
        if (next.Count > 0)
        {
            instance.StartOver(next[0].Id);
        }
        else if (orchestration.End is null)
        {
            SetTimers(instance, orchestration, turn);
        }

        outgoing.Send();
        return next;
    }

    /// <summary>After a replay: makes the calls that were open again, and sets the timers.</summary>
    /// <param name="open">What was open after the replay; what a turn has closed since is left alone.</param>
    public void TakeUp(Instance instance, Orchestration orchestration, List<HistoryEvent> open)
    {
        SetTimers(instance, orchestration, open);
        foreach (var call in open.OfType<TaskScheduled>().Where(call => orchestration.Awaited(call.TaskId) is not null))
        {
            activities.Start(instance, instance.Execution, call);
        }

        instance.Settle(
            orchestration.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running,
            orchestration.CustomStatus,
            isIdle: !orchestration.Waits.OnActivity);
    }

    private static void AddressActions(Instance instance, List<HistoryEvent> turn, Outgoing outgoing)
    {
        foreach (var happened in turn)
        {
            switch (happened)
            {
                case EventSent e:
                    outgoing.Add(e.InstanceId, execution: 0, new EventRaised(e.Name, e.Payload));
                    break;
                case SubOrchestrationCreated e:
                    outgoing.AddChild(instance, e);
                    break;
            }
        }
    }

    private static void AddressEnd(Instance instance, Orchestration orchestration, Outgoing outgoing)
    {
        if (orchestration.End is not { } end)
        {
            return;
        }

        if (orchestration.Start.Parent is { } parent)
        {
            outgoing.Add(parent.InstanceId, parent.Execution, SubOrchestrationEnd.Answer(instance.Id, parent.TaskId, end));
        }

        if (orchestration.TerminatesRecursively)
        {
            foreach (var child in orchestration.Open.Select(task => task.Action).OfType<SubOrchestrationCreated>())
            {
                outgoing.Add(child.InstanceId, execution: 0, new ExecutionTerminated(end.Output, Recursive: true));
            }
        }
    }

    /// <summary>After a rewind, the sub-orchestrations that were called before the cut go on too, as far as they have not.</summary>
    private static void AddressRewound(Instance instance, Orchestration orchestration, List<HistoryEvent> turn, Outgoing outgoing)
    {
        if (orchestration.End is null && turn.Find(static happened => happened is ExecutionRewound) is ExecutionRewound rewound)
        {
            foreach (var call in orchestration.Open.Select(task => task.Action).OfType<SubOrchestrationCreated>().Except(turn.OfType<SubOrchestrationCreated>()))
            {
                outgoing.AddRewoundChild(instance, call, rewound.Reason);
            }
        }
    }

    private List<Message> Continue(Orchestration orchestration) => orchestration.Continuation is not { } continuation
        ? []
        :
        [
            new Message(journal.NextMessageId(), Execution: 0, continuation.Start),
            .. continuation.Carried.Select(carried => new Message(journal.NextMessageId(), Execution: 0, carried)),
        ];

    /// <summary>Starts the turn's calls; <c>null</c> if it makes none.</summary>
    private Action? Calls(Instance instance, List<HistoryEvent> turn)
    {
        if (!turn.Exists(static happened => happened is TaskScheduled))
        {
            return null;
        }

        var execution = instance.Execution;
        return () =>
        {
            foreach (var happened in turn)
            {
                if (happened is TaskScheduled call)
                {
                    activities.Start(instance, execution, call);
                }
            }
        };
    }

    /// <summary>Sets those of the timers that are still waited for.</summary>
    private void SetTimers(Instance instance, Orchestration orchestration, List<HistoryEvent> created)
    {
        foreach (var happened in created)
        {
            if (happened is TimerCreated timer && orchestration.Awaited(timer.TaskId) is not null)
            {
                timers.Add(timer.FireAt, new Wakeup(instance.Id, new Message(Id: 0, instance.Execution, new TimerFired(timer.TaskId))));
            }
        }
    }
}
