using System.Threading.Channels;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>
/// The only writer: takes every batch that waits, commits them in one transaction, and answers all. While the disk makes one group
/// durable the next one gathers, so the price of a commit is shared by those who come together.
/// </summary>
internal sealed partial class GroupCommit : IAsyncDisposable
{
    /// <summary>Batches in one transaction, so that nobody waits for an endless one.</summary>
    private const int MaxGroup = 256;

    private readonly Channel<PendingBatch> _waiting =
        Channel.CreateUnbounded<PendingBatch>(new UnboundedChannelOptions { SingleReader = true });

    private readonly CaseDatabase _database;
    private readonly Action<StoreFaultPoint>? _faultHook;
    private readonly ILogger _logger;
    private readonly Task _running;
    private BatchWriter? _writer;

    public GroupCommit(CaseDatabase database, Action<StoreFaultPoint>? faultHook, ILogger logger)
    {
        _database = database;
        _faultHook = faultHook;
        _logger = logger;
        _running = Task.Run(RunAsync);
    }

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> writes, CancellationToken cancellation)
    {
        var pending = new PendingBatch(partition, writes, cancellation);
        ObjectDisposedException.ThrowIf(!_waiting.Writer.TryWrite(pending), typeof(SqliteDocumentStore));
        return pending.Answered;
    }

    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _running.ConfigureAwait(false);
    }

    private async Task RunAsync()
    {
        var group = new List<PendingBatch>(MaxGroup);
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            while (group.Count < MaxGroup && _waiting.Reader.TryRead(out var pending))
            {
                if (pending.TryTake())
                {
                    group.Add(pending);
                }
            }

            Commit(group);
            group.Clear();
        }

        _writer?.Dispose();
    }

    private void Commit(List<PendingBatch> group)
    {
        CommitResult[] results;
        try
        {
            _writer ??= new BatchWriter(_database.OpenForWriting());
            results = _writer.Commit(group, _faultHook);
        }
        catch (Exception failure)
        {
            // Whatever went wrong, the callers learn it, and the next group begins with a new connection: closing rolls back.
            LogFailed(failure, group.Count);
            _writer?.Dispose();
            _writer = null;
            group.ForEach(pending => pending.Fail(StoreFailure.Explain(failure, _database.Path)));
            return;
        }

        for (var i = 0; i < results.Length; i++)
        {
            group[i].Answer(results[i]);
        }
    }

    [LoggerMessage(4001, LogLevel.Error, "A group of {Count} batches could not be committed.")]
    private partial void LogFailed(Exception failure, int count);
}
