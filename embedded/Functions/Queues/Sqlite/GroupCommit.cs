using System.Threading.Channels;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>
/// One thread that owns the database and commits whatever waits in one transaction, so that many callers share one fsync.
/// A commit that fails fails all operations in it, and nothing of it is kept.
/// </summary>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int MostPerCommit = 512;

    private readonly Channel<QueueOperation> _waiting = Channel.CreateUnbounded<QueueOperation>(new UnboundedChannelOptions { SingleReader = true });
    private readonly QueueTables _tables;
    private readonly Task _ended;

    public GroupCommit(QueueTables tables)
    {
        _tables = tables;
        _ended = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes after the commit that has it.</summary>
    /// <exception cref="ObjectDisposedException">The host has stopped.</exception>
    /// <exception cref="SqliteException">The commit failed, e.g. the disk is full.</exception>
    public Task<T> RunAsync<T>(Func<QueueTables, T> operation)
    {
        QueueOperation<T> waiting = new(operation);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(waiting), this);
        return waiting.Done;
    }

    /// <summary>Commits what waits, then closes the database.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_waiting.Writer.TryComplete())
        {
            await _ended;
            _tables.Dispose();
        }
    }

    private void Work()
    {
        List<QueueOperation> batch = [];
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (batch.Count < MostPerCommit && _waiting.Reader.TryRead(out QueueOperation? operation))
            {
                batch.Add(operation);
            }

            Commit(batch);
            batch.Clear();
        }
    }

    private void Commit(List<QueueOperation> batch)
    {
        try
        {
            using SqliteTransaction transaction = _tables.Begin();
            foreach (QueueOperation operation in batch)
            {
                operation.Run(_tables);
            }

            transaction.Commit();
        }
        catch (Exception fault)
        {
            batch.ForEach(operation => operation.Fail(fault));
            return;
        }

        batch.ForEach(operation => operation.Complete());
    }
}
