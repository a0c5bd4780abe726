namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>One change or question that waits for its turn in the next commit.</summary>
internal abstract class QueueOperation
{
    /// <summary>Runs inside the transaction.</summary>
    public abstract void Run(QueueTables tables);

    /// <summary>Tells the caller, after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that nothing of it was kept.</summary>
    public abstract void Fail(Exception fault);
}
