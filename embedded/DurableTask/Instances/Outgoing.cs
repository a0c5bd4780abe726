using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.Tracing;
using CrossRegion.Embedded.DurableTask.Turns;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>
/// Durable messages that go out with one journal entry. The addressees stay in memory from the collection until the
/// delivery, so that none can take a message from the journal and from the mailbox both.
/// </summary>
internal sealed class Outgoing(InstanceDirectory directory, Func<long> nextMessageId) : IDisposable
{
    private readonly List<Delivery> _messages = [];
    private readonly List<Instance> _pinned = [];

    public IReadOnlyList<Delivery> Deliveries => _messages;

    /// <summary>Adds a message; dropped if there is no such instance, or it has ended (but a failed one keeps answers).</summary>
    public bool Add(string instanceId, long execution, HistoryEvent happened)
    {
        if (!directory.TryPin(instanceId, out var addressee))
        {
            return false;
        }

        _pinned.Add(addressee);
        var isLate = addressee is { Phase: InstancePhase.Ended, Status: OrchestrationRuntimeStatus.Failed } && happened is AnswerEvent;
        if (isLate)
        {
            // It is going to be changed, so it is to be the one in memory.
            addressee = directory.PinOrCreate(instanceId);
            _pinned.Add(addressee);
            addressee.EntryAppended();
        }
        else if (addressee.Phase is InstancePhase.Ended or InstancePhase.Absent)
        {
            return false;
        }

        _messages.Add(new Delivery(addressee, new Message(nextMessageId(), execution, happened), isLate));
        return true;
    }

    /// <summary>Adds a start.</summary>
    /// <param name="existing">The status that stands in the way, if the answer is <c>false</c>.</param>
    public bool AddStart(
        string instanceId,
        ExecutionStarted start,
        Func<OrchestrationRuntimeStatus, bool> mayReplace,
        out OrchestrationRuntimeStatus existing)
    {
        var addressee = directory.PinOrCreate(instanceId);
        _pinned.Add(addressee);
        var message = new Message(nextMessageId(), Execution: 0, start);
        if (!addressee.TryReserve(message.Id, mayReplace, out existing))
        {
            return false;
        }

        _messages.Add(new Delivery(addressee, message));
        return true;
    }

    /// <summary>Where the called instance reports its end.</summary>
    public static ParentLink LinkOf(Instance parent, SubOrchestrationCreated call) =>
        new(parent.Id, parent.Orchestration!.Start.Name, parent.Execution, call.TaskId);

    /// <summary>Looks at the durable state of an instance.</summary>
    public T? Look<T>(string instanceId, Func<InstanceState?, T?> look)
        where T : class => directory.Find(instanceId)?.Read(look);

    /// <summary>Adds the start of a sub-orchestration, or the refusal to its parent if the id is in use.</summary>
    public void AddChild(Instance parent, SubOrchestrationCreated call)
    {
        var start = new ExecutionStarted(call.Name, call.Version, call.Input, LinkOf(parent, call), call.Tags, StartAt: null, Spans.LinkOfCall(parent.Orchestration!.Start.Trace, parent.Id, parent.Execution, call.TaskId));
        if (!AddStart(call.InstanceId, start, static _ => true, out var existing))
        {
            Add(parent.Id, parent.Execution, SubOrchestrationEnd.InUse(call, existing));
        }
    }

    /// <summary>Adds a rewind; <c>false</c> if the instance has not failed.</summary>
    public bool AddRewind(string instanceId, string? reason, ParentLink? parent)
    {
        var addressee = directory.PinOrCreate(instanceId);
        _pinned.Add(addressee);
        var message = new Message(nextMessageId(), Execution: 0, new ExecutionRewound(reason, parent, Execution: 0, []));
        if (!addressee.TryRewind(message.Id))
        {
            return false;
        }

        _messages.Add(new Delivery(addressee, message));
        return true;
    }

    /// <summary>Delivers, once the entry is on its way to the disk. A rewind comes to its addressee from the journal.</summary>
    public void Send() => _messages.ForEach(static sent =>
    {
        if (sent.Message.Event is not ExecutionRewound)
        {
            sent.Addressee.Post(sent.Message);
        }
    });

    public void Dispose()
    {
        foreach (var addressee in _pinned)
        {
            addressee.Unpin();
            directory.Release(addressee);
        }
    }
}
