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

    /// <summary>Creates the file if need be, migrates it, and rebuilds it when that is due.</summary>
    /// <param name="postponed">Gets why it could not be rebuilt now: no room, or another process is at it. It stays due.</param>
    /// <returns>The schema version.</returns>
    public int Prepare(Action<SqliteException> postponed)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        using var connection = Connect($"PRAGMA journal_mode = WAL; {SecureDelete}");
        var version = Schema.Migrate(connection);
        if (Schema.IsRebuildDue(connection))
        {
            try
            {
                Schema.Rebuild(connection);
            }
            catch (SqliteException failure) when (failure.SqliteErrorCode is SQLitePCL.raw.SQLITE_FULL or SQLitePCL.raw.SQLITE_BUSY)
            {
                postponed(failure);
            }
        }

        return version;
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
