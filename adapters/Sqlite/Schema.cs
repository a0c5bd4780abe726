using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>
/// The tables, by version. A released step never changes: a newer schema is one more step, so that today's code opens the file of every
/// earlier release.
/// </summary>
internal static class Schema
{
    /// <summary>Step n leads from version n to n + 1.</summary>
    private static readonly string[] Steps =
    [
        // A document's sequence is that of its latest change: its place in the change feed and its ETag. AUTOINCREMENT never gives one
        // twice, even after the newest document was deleted, so an ETag never comes back.
        """
        CREATE TABLE documents (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            partition TEXT NOT NULL,
            id TEXT NOT NULL,
            body TEXT NOT NULL,
            UNIQUE (partition, id)
        );
        CREATE TABLE index_entries (
            name TEXT NOT NULL,
            value TEXT NOT NULL,
            sort TEXT NOT NULL,
            partition TEXT NOT NULL,
            id TEXT NOT NULL,
            PRIMARY KEY (name, value, sort, partition, id)
        ) WITHOUT ROWID;
        CREATE INDEX index_entries_by_document ON index_entries (partition, id);
        """,

        // What was replaced and deleted before has left its traces in the file.
        """
        CREATE TABLE erasable_bodies (sequence INTEGER PRIMARY KEY, body BLOB NOT NULL);
        INSERT INTO meta (name, value) SELECT 'rebuild', 'due' WHERE EXISTS (SELECT 1 FROM documents);
        """,
    ];

    /// <summary>Notes that the file is to be written anew when it is next opened: pages may hold traces of what was erased.</summary>
    public const string NoteRebuild = "INSERT OR REPLACE INTO meta (name, value) VALUES ('rebuild', 'due')";

    public const string NoteRebuilt = "DELETE FROM meta WHERE name = 'rebuild'";

    /// <summary>The version that this release writes.</summary>
    public static int Current => Steps.Length;

    /// <exception cref="InvalidDataException">The file is of a newer release.</exception>
    public static int Migrate(SqliteConnection connection)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        connection.Execute("CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID");
        var version = Convert.ToInt32(connection.Scalar("SELECT value FROM meta WHERE name = 'schema'"), CultureInfo.InvariantCulture);
        if (version > Current)
        {
            throw new InvalidDataException(
                $"{connection.DataSource} has schema {version}, written by a newer release; this one knows schemas up to {Current}.");
        }

        for (; version < Current; version++)
        {
            connection.Execute(Steps[version]);
        }

        connection.Execute($"INSERT OR REPLACE INTO meta (name, value) VALUES ('schema', '{version}')");
        transaction.Commit();
        return version;
    }

    public static bool IsRebuildDue(SqliteConnection connection) =>
        connection.Scalar("SELECT value FROM meta WHERE name = 'rebuild'") is not null;
}
