namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>The durable half: changed by the journal alone, read by clients.</summary>
internal sealed partial class Instance
{
    private InstanceState? _state;
    private TaskCompletionSource? _changed;
    private int _entriesUnderway;
    private bool _isDirty;

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
    /// <returns>Whether it is the first change since the table was brought up to date.</returns>
    public bool Apply(Func<InstanceState?, InstanceState?> change, bool endsEntry)
    {
        bool isFirst;
        TaskCompletionSource? changed;
        lock (_gate)
        {
            _state = change(_state);
            _entriesUnderway -= endsEntry && _entriesUnderway > 0 ? 1 : 0;
            changed = _changed;
            _changed = null;
            isFirst = !_isDirty;
            _isDirty = true;
        }

        changed?.TrySetResult();
        return isFirst;
    }

    /// <summary>The table has been brought up to date.</summary>
    public void Clean()
    {
        lock (_gate)
        {
            _isDirty = false;
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
