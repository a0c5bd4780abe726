using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;
using CrossRegion.Embedded.DurableTask.WorkItems;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>
/// Changes the durable states as an entry says: the same for an entry just committed and for one read again after a crash.
/// Remembers which instances the table is behind with.
/// </summary>
internal sealed class JournalApplier(InstanceDirectory directory)
{
    public List<Instance> Dirty { get; } = [];

    /// <summary>The greatest message number seen.</summary>
    public long LastMessageId { get; private set; }

    /// <exception cref="EngineDataException">The entry is about an instance that does not exist.</exception>
    public void Apply(JournalEntry entry)
    {
        if (entry.Turn is { } turn)
        {
            Change(directory.Find(turn.InstanceId), state => ApplyTurn(state, turn, entry.At), endsEntry: true);
        }

        if (entry.Purged is { } purged)
        {
            Change(directory.Find(purged), static _ => null);
        }

        var carried = 0;
        foreach (var (id, message) in entry.Sent)
        {
            LastMessageId = Math.Max(LastMessageId, message.Id);
            if (id == entry.Turn?.InstanceId && (message.Event is ExecutionStarted || carried > 0))
            {
                Change(directory.Find(id), state => StartOver(state!, message, carried++));
            }
            else
            {
                Change(
                    message.Event is ExecutionStarted ? directory.FindOrCreate(id) : directory.Find(id),
                    state => Receive(state, message, entry.At));
            }
        }
    }

    /// <summary>The table has caught up: gives the instances it was behind with.</summary>
    public IReadOnlyList<Instance> TakeDirty()
    {
        Instance[] written = [.. Dirty];
        Dirty.Clear();
        foreach (var instance in written)
        {
            instance.Clean();
        }

        return written;
    }

    private static InstanceState ApplyTurn(InstanceState? state, TurnRecord turn, DateTime at)
    {
        if (state is null)
        {
            throw new EngineDataException($"The journal has a turn of the instance '{turn.InstanceId}', which does not exist.");
        }

        foreach (var consumed in turn.Consumed)
        {
            state.Inbox.RemoveAll(message => message.Id == consumed);
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
        if (state.IsEnded)
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
        else if (state is null or { IsEnded: true })
        {
            return state;
        }

        state.Inbox.Add(message);
        return state;
    }

    private void Change(Instance? instance, Func<InstanceState?, InstanceState?> change, bool endsEntry = false)
    {
        if (instance is null)
        {
            return;
        }

        if (instance.Apply(change, endsEntry))
        {
            Dirty.Add(instance);
        }
    }
}
