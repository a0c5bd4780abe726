using System.Globalization;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>
/// The document store in one SQLite file, for a machine or a small deployment without Azure. One process writes at a time; another one
/// that has the file open sees its commits and waits for its locks.
/// </summary>
public sealed partial class SqliteDocumentStore : IDocumentStore, IAsyncDisposable, IDisposable
{
    private readonly GroupCommit _commits;
    private readonly ReaderPool _readers;

    private SqliteDocumentStore(CaseDatabase database, SqliteDocumentStoreOptions options, ILogger logger)
    {
        _commits = new GroupCommit(database, options.FaultHook, logger);
        _readers = new ReaderPool(database);
    }

    /// <summary>Opens the file, creating or migrating it when needed.</summary>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="InvalidDataException">The file was written by a newer release.</exception>
    public static SqliteDocumentStore Open(SqliteDocumentStoreOptions options, ILogger<SqliteDocumentStore> logger)
    {
        var database = new CaseDatabase(options.DataDirectory, options.LockTimeoutSeconds);
        try
        {
            LogOpened(logger, database.Path, database.Prepare());
            Rebuild(database, logger);
        }
        catch (SqliteException failure)
        {
            throw StoreFailure.Explain(failure, database.Path);
        }

        return new SqliteDocumentStore(database, options, logger);
    }

    /// <summary>When that is due and there is room; else it stays due.</summary>
    private static void Rebuild(CaseDatabase database, ILogger logger)
    {
        if (!database.IsRebuildDue())
        {
            return;
        }

        LogRebuilding(logger, database.Path);
        try
        {
            database.Rebuild();
        }
        catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_BUSY)
        {
            LogPostponed(logger, failure, database.Path);
        }
    }

    public Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation) =>
        ReadAsync(reader => reader.Read(key), cancellation);

    public Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation) =>
        ReadAsync(reader => reader.List(partition, idPrefix), cancellation);

    public Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        DocumentLimits.Check(partition, batch);
        return _commits.CommitAsync(partition, batch, cancellation);
    }

    public Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation)
    {
        DocumentLimits.Check(query);
        return ReadAsync(reader => reader.Query(query), cancellation);
    }

    public Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation)
    {
        DocumentLimits.CheckPage(maxItems);
        long after = 0;
        if (continuation is not null && !long.TryParse(continuation, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            throw new ArgumentException("This continuation was not given by the store.", nameof(continuation));
        }

        return ReadAsync(
            reader =>
            {
                var (documents, reached) = reader.Changes(after, maxItems);
                return new DocumentChanges(documents, reached.ToString(CultureInfo.InvariantCulture));
            },
            cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _commits.DisposeAsync().ConfigureAwait(false);
        _readers.Dispose();
    }

    /// <summary>For containers that are disposed synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>SQLite reads on the calling thread: from the page cache it is quicker than any hand-over.</summary>
    private Task<T> ReadAsync<T>(Func<DocumentReader, T> read, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        try
        {
            return Task.FromResult(_readers.Read(read));
        }
        catch (IOException failure)
        {
            return Task.FromException<T>(failure);
        }
    }

    [LoggerMessage(4000, LogLevel.Information, "Opened {Path}, schema {Schema}.")]
    private static partial void LogOpened(ILogger logger, string path, int schema);

    [LoggerMessage(4003, LogLevel.Information, "Writing {Path} anew, because something was erased from it.")]
    private static partial void LogRebuilding(ILogger logger, string path);

    [LoggerMessage(4002, LogLevel.Warning, "{Path} could not be written anew; until the next start its pages may hold traces of what was erased.")]
    private static partial void LogPostponed(ILogger logger, Exception failure, string path);
}
