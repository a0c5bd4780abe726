using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>The tables, and the version of the file (<c>user_version</c>). Every released version can be opened.</summary>
internal static class EngineSchema
{
    public const string LastSeq = "last_seq";
    public const string NextMessageId = "next_message_id";
    private const int Current = 1;

    /// <exception cref="EngineDataException">The file was written by a later version.</exception>
    public static void Prepare(SqliteConnection connection)
    {
        var version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        switch (version)
        {
            case Current:
                break;
            case 0:
                Scalar(connection, Version1);
                break;
            default:
                throw new EngineDataException($"'{connection.DataSource}' is of version {version}; this program knows versions up to {Current}.");
        }
    }

    private const string Version1 =
        """
        BEGIN;
        CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
        CREATE TABLE journal (seq INTEGER PRIMARY KEY, data BLOB NOT NULL);
        CREATE TABLE instances (
          place INTEGER PRIMARY KEY,
          id TEXT NOT NULL UNIQUE,
          name TEXT NOT NULL,
          status INTEGER NOT NULL,
          created INTEGER NOT NULL,
          updated INTEGER NOT NULL,
          wake INTEGER,
          state BLOB NOT NULL);
        CREATE INDEX instances_wake ON instances (wake) WHERE wake IS NOT NULL;
        PRAGMA user_version = 1;
        COMMIT;
        """;

    private static object? Scalar(SqliteConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        return command.ExecuteScalar();
    }
}
