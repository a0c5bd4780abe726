using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>The file <c>cases.db</c>: how connections to it are opened and its schema is brought up to date.</summary>
internal sealed class CaseDatabase
{
    /// <summary>Freed space is overwritten with zeros.</summary>
    private const string SecureDelete = "PRAGMA secure_delete = ON";

    private readonly string _connectionString;
    private readonly int _lockTimeoutSeconds;

    public CaseDatabase(string directory, int lockTimeoutSeconds)
    {
        _lockTimeoutSeconds = lockTimeoutSeconds;
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
    public SqliteConnection OpenForWriting() => Connect(string.Create(
        CultureInfo.InvariantCulture, $"PRAGMA synchronous = FULL; {SecureDelete}; PRAGMA busy_timeout = {_lockTimeoutSeconds * 1000}"));

    public SqliteConnection OpenForReading() => Connect("PRAGMA query_only = ON");

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
