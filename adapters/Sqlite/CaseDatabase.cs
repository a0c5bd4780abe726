using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>The file <c>cases.db</c>: how connections to it are opened and its schema is brought up to date.</summary>
internal sealed class CaseDatabase
{
    /// <summary>Freed space is overwritten with zeros.</summary>
    private const string SecureDelete = "PRAGMA secure_delete = ON";

    /// <summary>
    /// Of the writer: 32 MiB of pages in memory, and a log of 16 MiB before it is brought into the file. Cases come in any order, so each commit
    /// touches pages all over the file; with room for them they are read seldom and written once for many commits.
    /// </summary>
    private const string Room = "PRAGMA cache_size = -32768; PRAGMA wal_autocheckpoint = 4096";

    private readonly string _connectionString;
    private readonly string _busyTimeout;

    public CaseDatabase(string directory, int lockTimeoutSeconds)
    {
        _busyTimeout = string.Create(CultureInfo.InvariantCulture, $"PRAGMA busy_timeout = {lockTimeoutSeconds * 1000}");
        Path = System.IO.Path.Combine(System.IO.Path.GetFullPath(directory), "cases.db");
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            DefaultTimeout = lockTimeoutSeconds,
            Pooling = false, // Pooled here, together with the prepared statements.
        }.ToString();
    }

    public string Path { get; }

    /// <summary>Creates the file if need be and migrates it; answers its schema version.</summary>
    public int Prepare()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var connection = Connect("PRAGMA journal_mode = WAL");
        return Schema.Migrate(connection);
    }

    public bool IsRebuildDue()
    {
        using var connection = OpenForReading();
        return Schema.IsRebuildDue(connection);
    }

    /// <summary>Writes the whole file anew, without any trace of what it does not hold any more. Takes as much room again meanwhile.</summary>
    public void Rebuild()
    {
        using var connection = OpenForWriting();
        try
        {
            connection.Execute("VACUUM");
            connection.Execute(Schema.NoteRebuilt);
        }
        finally
        {
            connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)"); // and when there was no room, gives back what it took
        }
    }

    /// <summary>
    /// Every commit is on the disk before it returns: in WAL mode that takes <c>synchronous = FULL</c>. The log's readers are waited for
    /// when it is to be cut off.
    /// </summary>
    public SqliteConnection OpenForWriting() => Connect($"PRAGMA synchronous = FULL; {SecureDelete}; {_busyTimeout}; {Room}");

    public SqliteConnection OpenForReading() => Connect($"PRAGMA query_only = ON; {_busyTimeout}");

    private SqliteConnection Connect(string pragma)
    {
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute(pragma);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
