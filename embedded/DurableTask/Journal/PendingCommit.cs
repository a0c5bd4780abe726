namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>An entry on its way to the disk.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="OnDurable">What may happen only once the entry is on the disk. Called on the writer's thread: short.</param>
/// <param name="Durable">Ends when the entry is on the disk, or fails with the engine; <c>null</c> when nobody waits.</param>
internal readonly record struct PendingCommit(JournalEntry Entry, Action? OnDurable, TaskCompletionSource? Durable)
{
    public void Complete()
    {
        OnDurable?.Invoke();
        Durable?.TrySetResult();
    }
}
