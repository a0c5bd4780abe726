using CrossRegion.Embedded.Functions.Hosting;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Embedded.Functions.Queues.Sqlite;

/// <summary>Opens <c>queues.db</c>: WAL, fsync at each commit, schema version in <c>user_version</c>.</summary>
internal static class QueueDatabase
{
    public const int SchemaVersion = 1;

    /// <summary><c>visible_at</c> of a message that somebody works on.</summary>
    public const long Held = long.MaxValue;

    /// <exception cref="StartRefusedException">The file is of a later version of this program, or damaged.</exception>
    public static SqliteConnection Open(string path)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ConnectionString);
        try
        {
            connection.Open();
            Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            using SqliteCommand version = new("PRAGMA user_version", connection);
            if ((long)version.ExecuteScalar()! is var found && found > SchemaVersion)
            {
                throw new StartRefusedException($"{path} has schema version {found}; this program knows {SchemaVersion}.");
            }

            Execute(connection, Schema);
            return connection;
        }
        catch (SqliteException fault)
        {
            connection.Dispose();
            throw new StartRefusedException($"{path} cannot be opened: {fault.Message}");
        }
        catch (StartRefusedException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Whoever held messages when the file was last used is gone: the data directory has one process at a time.</summary>
    private static readonly string Schema = $"""
        BEGIN IMMEDIATE;
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            queue TEXT NOT NULL,
            body BLOB NOT NULL,
            inserted_at INTEGER NOT NULL, -- Unix time in milliseconds, as all times here
            expires_at INTEGER NOT NULL,
            visible_at INTEGER NOT NULL,
            dequeue_count INTEGER NOT NULL);
        CREATE INDEX IF NOT EXISTS messages_by_visibility ON messages (queue, visible_at, id);
        CREATE INDEX IF NOT EXISTS messages_by_expiry ON messages (expires_at);
        UPDATE messages SET visible_at = inserted_at WHERE visible_at = {Held};
        PRAGMA user_version = {SchemaVersion};
        COMMIT;
        """;

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = new(sql, connection);
        command.ExecuteNonQuery();
    }
}
