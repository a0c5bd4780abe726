namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>The durable half: changed by the journal alone, read by clients.</summary>
internal sealed partial class Instance
{
    private InstanceState? _state;
    private TaskCompletionSource? _changed;
    private int _entriesUnderway;
    private bool _isChanged;
    private bool _isBeingWritten;

    /// <summary>An entry of this instance is on its way to the disk.</summary>
    public void EntryAppended()
    {
        lock (_gate)
        {
            _entriesUnderway++;
        }
    }

    /// <summary>Whether the durable half is behind the live one.</summary>
    public bool HasEntryUnderway
    {
        get
        {
            lock (_gate)
            {
                return _entriesUnderway > 0;
            }
        }
    }

    /// <summary>Looks at the durable state; <c>null</c> if there is none.</summary>
    public T Read<T>(Func<InstanceState?, T> look)
    {
        lock (_gate)
        {
            return look(_state);
        }
    }

    /// <summary>Changes the durable state, as a durable entry says.</summary>
    /// <param name="endsEntry">Whether this was an entry of this instance on its way.</param>
    /// <returns>Whether it is the first change that the table does not know of.</returns>
    public bool Apply<T>(T by, Func<InstanceState?, T, InstanceState?> change, bool endsEntry)
    {
        bool isFirst;
        TaskCompletionSource? changed;
        lock (_gate)
        {
            _state = change(_state, by);
            _entriesUnderway -= endsEntry && _entriesUnderway > 0 ? 1 : 0;
            changed = _changed;
            _changed = null;
            isFirst = !_isChanged;
            _isChanged = true;
        }

        changed?.TrySetResult();
        return isFirst;
    }

    /// <summary>A copy of the durable state that is now to be written to the table.</summary>
    public InstanceState? Snapshot()
    {
        lock (_gate)
        {
            _isChanged = false;
            _isBeingWritten = true;
            return _state?.Snapshot();
        }
    }

    /// <summary>The copy is in the table.</summary>
    public void Written()
    {
        lock (_gate)
        {
            _isBeingWritten = false;
        }
    }

    /// <summary>Looks at the durable state; if the answer is <c>null</c>, also gives what ends when the state changes.</summary>
    public (T? Answer, Task Changed) ReadOrWait<T>(Func<InstanceState?, T?> look)
        where T : class
    {
        lock (_gate)
        {
            if (look(_state) is { } answer)
            {
                return (answer, Task.CompletedTask);
            }

            _changed ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (null, _changed.Task);
        }
    }
}
