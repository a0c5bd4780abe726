using CrossRegion.Embedded.DurableTask.Instances;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>Something on its way through the journal: an entry, or a wish for a checkpoint.</summary>
/// <param name="entry">The entry; <c>null</c> for a checkpoint.</param>
/// <param name="instance">The instance whose turn the entry is.</param>
/// <param name="onDurable">What may happen only once it is on the disk.</param>
internal sealed class PendingCommit(JournalEntry? entry, Instance? instance, Action? onDurable)
{
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public JournalEntry? Entry => entry;

    public Instance? Instance => instance;

    /// <summary>Ends when the entry is on the disk, or fails with the engine.</summary>
    public Task Durable => _durable.Task;

    public void Complete()
    {
        onDurable?.Invoke();
        _durable.TrySetResult();
    }

    public void Fail(Exception cause)
    {
        _durable.TrySetException(cause);
        _ = _durable.Task.Exception;
    }
}
