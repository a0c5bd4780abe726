using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>
/// A SQLite file in WAL mode with <c>synchronous=FULL</c>: what is committed is on the disk (fsync). Written by one thread
/// at a time.
/// </summary>
internal sealed class Database : IDisposable
{
    private readonly Statement _begin;
    private readonly Statement _commit;
    private readonly Statement _rollback;

    /// <param name="pragmas">Settings besides, made before anything is written.</param>
    public Database(string path, string pragmas = "")
    {
        Connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            Connection.Open();
            Execute($"{pragmas} PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
            _begin = Prepare("BEGIN IMMEDIATE");
            _commit = Prepare("COMMIT");
            _rollback = Prepare("ROLLBACK");
        }
        catch
        {
            Connection.Dispose();
            throw;
        }
    }

    public SqliteConnection Connection { get; }

    public Statement Prepare(string text) => new(Connection, text);

    public SqliteCommand Command(string text)
    {
        var command = Connection.CreateCommand();
        command.CommandText = text;
        return command;
    }

    public object? Execute(string text)
    {
        using var command = Command(text);
        return command.ExecuteScalar();
    }

    /// <summary>Does all of <paramref name="write"/> or nothing; returns once it is on the disk.</summary>
    public void Transact(Action write)
    {
        _begin.Run();
        try
        {
            write();
            _commit.Run();
        }
        catch
        {
            if (raw.sqlite3_get_autocommit(Connection.Handle) == 0)
            {
                _rollback.Run();
            }

            throw;
        }
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _rollback.Dispose();
        Connection.Dispose();
    }
}
