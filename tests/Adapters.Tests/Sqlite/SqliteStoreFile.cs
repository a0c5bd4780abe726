using CrossRegion.Adapters.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CrossRegion.Adapters.Tests.Sqlite;

/// <summary>A store's file in a directory of its own, deleted at the end.</summary>
internal sealed class SqliteStoreFile : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("crossregion-store-").FullName;

    public string Path => System.IO.Path.Combine(Directory, "cases.db");

    public SqliteDocumentStore Open(Action<StoreFaultPoint>? faultHook = null, int lockTimeoutSeconds = 5) => SqliteDocumentStore.Open(
        new SqliteDocumentStoreOptions { DataDirectory = Directory, FaultHook = faultHook, LockTimeoutSeconds = lockTimeoutSeconds },
        NullLogger<SqliteDocumentStore>.Instance);

    /// <summary>A connection beside the store's, as another process would have it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False");
        connection.Open();
        return connection;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
