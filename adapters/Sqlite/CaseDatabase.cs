using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>The file <c>cases.db</c>: how connections to it are opened and its schema is brought up to date.</summary>
internal sealed class CaseDatabase
{
    private readonly string _connectionString;

    public CaseDatabase(string directory, int lockTimeoutSeconds)
    {
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

    /// <summary>Every commit is on the disk before it returns: in WAL mode that takes <c>synchronous = FULL</c>.</summary>
    public SqliteConnection OpenForWriting() => Connect("PRAGMA synchronous = FULL");

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
