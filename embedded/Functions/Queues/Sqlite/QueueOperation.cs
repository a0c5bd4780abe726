using CrossRegion.Embedded.Functions.Queues.Faults;

namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>One change or question that waits for its turn in the next commit.</summary>
/// <param name="before">The fault point between its statements and the commit, if it has one.</param>
/// <param name="after">The fault point between the commit and the caller's knowing, if it has one.</param>
internal abstract class QueueOperation(QueueFaultPoint? before, QueueFaultPoint? after)
{
    public QueueFaultPoint? Before { get; } = before;

    public QueueFaultPoint? After { get; } = after;

    /// <summary>Runs inside the transaction.</summary>
    public abstract void Run(QueueTables tables);

    /// <summary>Tells the caller, after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing of it was kept.</summary>
    public abstract void Fail(Exception fault);
}
