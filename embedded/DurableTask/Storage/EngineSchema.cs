using System.Globalization;

namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>The tables, and the version of the file (<c>user_version</c>). Every released version can be opened.</summary>
internal static class EngineSchema
{
    public const string LastSeq = "last_seq";
    public const string NextMessageId = "next_message_id";
    private const int Current = 2;

    /// <exception cref="EngineDataException">The file was written by a later version.</exception>
    public static void Prepare(Database database, JournalStore journal)
    {
        var version = Convert.ToInt32(database.Execute("PRAGMA user_version"), CultureInfo.InvariantCulture);
        switch (version)
        {
            case Current:
                break;
            case 1:
                journal.Adopt(ReadJournal(database));
                database.Execute("BEGIN; DROP TABLE journal; PRAGMA user_version = 2; COMMIT");
                break;
            case 0:
                database.Execute(Version2);
                break;
            default:
                throw new EngineDataException($"'{database.Connection.DataSource}' is of version {version}; this program knows versions up to {Current}.");
        }
    }

    private const string Version2 =
        """
        BEGIN;
        CREATE TABLE meta (key TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
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
        PRAGMA user_version = 2;
        COMMIT;
        """;

    /// <summary>Version 1 had the journal in the same file.</summary>
    private static IEnumerable<(long Seq, byte[] Row)> ReadJournal(Database database)
    {
        using var command = database.Command("SELECT seq, data FROM journal ORDER BY seq");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        }
    }
}
