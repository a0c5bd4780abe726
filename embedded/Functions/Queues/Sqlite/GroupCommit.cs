using System.Threading.Channels;
using CrossRegion.Embedded.Functions.Queues.Faults;

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
    private readonly QueueFaultGate _gate;
    private readonly Task _ended;

    public GroupCommit(QueueTables tables, IQueueFaults? faults)
    {
        _tables = tables;
        _gate = new QueueFaultGate(faults);
        _ended = Task.Factory.StartNew(Work, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Completes after the commit that has it.</summary>
    /// <exception cref="ObjectDisposedException">The host has stopped.</exception>
    /// <exception cref="Microsoft.Data.Sqlite.SqliteException">The commit failed, e.g. the disk is full.</exception>
    public Task<T> RunAsync<T>(Func<QueueTables, T> operation, QueueFaultPoint? before = null, QueueFaultPoint? after = null)
    {
        QueueOperation<T> waiting = new(operation, before, after);
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
            _gate.Enter();
            _tables.Begin();
            foreach (QueueOperation operation in batch)
            {
                operation.Run(_tables);
            }

            batch.ForEach(operation => _gate.At(operation.Before));
            _tables.Commit();
            batch.ForEach(operation => _gate.At(operation.After));
        }
        catch (Exception fault)
        {
            _tables.Rollback();
            batch.ForEach(operation => operation.Fail(fault));
            return;
        }

        batch.ForEach(operation => operation.Complete());
    }
}
