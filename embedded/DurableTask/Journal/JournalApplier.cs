using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>
/// Changes the durable states as an entry says: the same for an entry just committed and for one read again after a crash.
/// Remembers which instances the table is behind with.
/// </summary>
internal sealed class JournalApplier
{
    private List<Instance> _changed = [];

    /// <summary>The greatest message number seen.</summary>
    public long LastMessageId { get; private set; }

    /// <exception cref="EngineDataException">The entry is about an instance that does not exist.</exception>
    public void Apply(JournalEntry entry)
    {
        if (entry.Turn is { } turn)
        {
            Change(turn.Instance, entry, static (state, entry) => ApplyTurn(state, entry.Turn!, entry.At), endsEntry: true);
        }

        if (entry.Purged is { } purged)
        {
            Change(purged, entry, static (_, _) => null);
        }

        var carried = 0;
        for (var i = 0; i < entry.Sent.Count; i++)
        {
            var (addressee, message, isLate) = entry.Sent[i];
            LastMessageId = Math.Max(LastMessageId, message.Id);
            if (addressee == entry.Turn?.Instance && (message.Event is ExecutionStarted || carried > 0))
            {
                Change(addressee, (message, place: carried++), static (state, carried) => StartOver(state!, carried.message, carried.place));
            }
            else
            {
                Change(addressee, (message, entry.At), static (state, sent) => Receive(state, sent.message, sent.At), endsEntry: isLate);
                if (message.Event is ExecutionRewound)
                {
                    addressee.Rewound();
                }
            }
        }
    }

    /// <summary>The instances the table is behind with, and copies of their states, for a checkpoint.</summary>
    public IReadOnlyList<(Instance Instance, InstanceState? State)> TakeChanged()
    {
        var copies = _changed.ConvertAll(static instance => (instance, instance.Snapshot()));
        _changed = [];
        return copies;
    }

    private static InstanceState ApplyTurn(InstanceState? state, TurnRecord turn, DateTime at)
    {
        if (state is null)
        {
            throw new EngineDataException($"The journal has a turn of the instance '{turn.Instance.Id}', which does not exist.");
        }

        for (var i = 0; i < turn.Consumed.Count; i++)
        {
            state.Consume(turn.Consumed[i]);
        }

        if (state.Damage is { } damage)
        {
            // Setting it aside adds nothing to what it has done.
            state.Damage = damage with { MissesTurns = damage.MissesTurns || turn.Failure?.ErrorType != SetAside.ErrorType };
        }
        else if (turn.History.Length > 0)
        {
            state.History.Add(turn.History);
        }

        state.Status = turn.Status;
        state.UpdatedAt = at;
        state.CustomStatus = turn.CustomStatus;
        state.Output = turn.Output;
        state.Failure = turn.Failure;
        state.WakeAt = turn.WakeAt;
        if (state is { IsEnded: true, Status: not OrchestrationRuntimeStatus.Failed })
        {
            state.Inbox.Clear();
        }

        return state;
    }

    /// <summary>The start and what it carries over go before whatever has come meanwhile.</summary>
    private static InstanceState StartOver(InstanceState state, Message message, int place)
    {
        if (message.Event is ExecutionStarted start)
        {
            state.Execution = message.Id;
            state.Start = start;
            state.History.Clear();
        }

        state.Inbox.Insert(place, message);
        return state;
    }

    private static InstanceState? Receive(InstanceState? state, Message message, DateTime at)
    {
        if (message.Event is ExecutionStarted start)
        {
            state = new InstanceState(message.Id, start, at);
        }
        else if (state is { Status: OrchestrationRuntimeStatus.Failed } failed && message.Event is ExecutionRewound or AnswerEvent)
        {
            return message.Event is AnswerEvent ? InstanceRewind.Keep(failed, message)
                : InstanceRewind.Obstacle(failed) is null ? InstanceRewind.Rewind(failed, message, at) : failed;
        }
        else if (state is null or { IsEnded: true } || message.Event is ExecutionRewound)
        {
            return state;
        }

        state.Inbox.Add(message);
        return state;
    }

    private void Change<T>(Instance instance, T by, Func<InstanceState?, T, InstanceState?> change, bool endsEntry = false)
    {
        if (instance.Apply(by, change, endsEntry))
        {
            _changed.Add(instance);
        }
    }
}
