using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>Reading connections, as many as ever read at the same time. In WAL mode readers and the writer do not wait for each other.</summary>
internal sealed class ReaderPool(CaseDatabase database) : IDisposable
{
    private readonly ConcurrentBag<DocumentReader> _idle = [];
    private volatile bool _disposed;

    /// <exception cref="IOException">The file cannot be read.</exception>
    public T Read<T>(Func<DocumentReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_disposed, typeof(SqliteDocumentStore));
        try
        {
            var reader = _idle.TryTake(out var idle) ? idle : new DocumentReader(database.OpenForReading());
            try
            {
                return read(reader);
            }
            finally
            {
                Return(reader);
            }
        }
        catch (SqliteException failure)
        {
            throw StoreFailure.Explain(failure, database.Path);
        }
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var reader))
        {
            reader.Dispose();
        }
    }

    private void Return(DocumentReader reader)
    {
        _idle.Add(reader);
        if (_disposed)
        {
            Dispose();
        }
    }
}
