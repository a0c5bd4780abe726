using CrossRegion.Embedded.DurableTask.History;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>The mailbox: whoever posts the first message schedules a turn, which takes all that has come.</summary>
internal sealed partial class Instance
{
    private List<Message> _inbox = [];
    private bool _isScheduled;
    private bool _isForgotten;
    private bool _isIdle;
    private int _pins;

    /// <summary>Keeps the instance in memory until <see cref="Unpin"/>; <c>false</c> if it is gone already.</summary>
    public bool TryPin()
    {
        lock (_gate)
        {
            _pins += _isForgotten ? 0 : 1;
            return !_isForgotten;
        }
    }

    public void Unpin()
    {
        lock (_gate)
        {
            _pins--;
        }
    }

    /// <summary>Puts a message into the mailbox; <c>false</c> if the instance has been forgotten meanwhile.</summary>
    public bool Post(Message message)
    {
        lock (_gate)
        {
            if (_isForgotten)
            {
                return false;
            }

            _inbox.Add(message);
            Schedule();
            return true;
        }
    }

    /// <summary>Has a turn run, though nothing was sent: after a restart there may be activities to start and timers to set.</summary>
    public void Wake() => Post(new Message(Id: 0, Execution: 0, new WokenUp()));

    /// <summary>All messages, for the turn that begins.</summary>
    public List<Message> Take()
    {
        lock (_gate)
        {
            var taken = _inbox;
            _inbox = [];
            return taken;
        }
    }

    /// <summary>Ends the turn.</summary>
    /// <param name="left">Messages that the turn has not dealt with, to be the first of the next.</param>
    /// <param name="again">Whether they call for another turn at once.</param>
    public void Finish(IReadOnlyCollection<Message> left, bool again)
    {
        lock (_gate)
        {
            _isScheduled = false;
            again |= _inbox.Count > 0;
            _inbox.InsertRange(0, left);
            if (again)
            {
                Schedule();
            }
        }
    }

    /// <summary>Whether nothing is lost by forgetting the instance; from then on it takes no message.</summary>
    /// <param name="evenIdle">Forget it also while it waits for a message or a timer.</param>
    public bool TryForget(bool evenIdle)
    {
        lock (_gate)
        {
            var ended = Phase is InstancePhase.Ended or InstancePhase.Absent;
            var idle = evenIdle && _isIdle && _inbox.Count == 0 && _state is { Inbox.Count: 0 };
            _isForgotten = _pins == 0 && !_isScheduled && !_isChanged && !_isBeingWritten && _changed is null && _entriesUnderway == 0 && (ended || idle);
            return _isForgotten;
        }
    }

    private void Schedule()
    {
        if (!_isScheduled)
        {
            _isScheduled = true;
            schedule(this);
        }
    }
}
