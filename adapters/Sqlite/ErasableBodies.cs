using System.Text;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>
/// The bodies of erasable documents, in a table of their own. SQLite moves rows between pages when their neighbours go, and a copy that it
/// leaves behind outlives the row, <c>secure_delete</c> or not (seen with one row in some three hundred). Here rows are only added at the
/// end, which moves none, and are overwritten with as many zeros, which SQLite does in place; the zeros stay, for a deletion would move others.
/// </summary>
internal sealed class ErasableBodies(SqliteConnection connection) : IDisposable
{
    /// <summary>What stands in <c>documents</c> for the body; a body itself is JSON and never empty.</summary>
    public const string Elsewhere = "";

    /// <summary>The body of a row <c>d</c> of <c>documents</c>, wherever it is kept.</summary>
    public const string OfDocument =
        $"CASE d.body WHEN '{Elsewhere}' THEN (SELECT CAST(e.body AS TEXT) FROM erasable_bodies AS e WHERE e.sequence = d.sequence) ELSE d.body END";

    private readonly Statement _insert = new(connection, "INSERT INTO erasable_bodies (sequence, body) VALUES (?, ?)");

    private readonly Statement _overwrite = new(connection, "UPDATE erasable_bodies SET body = zeroblob(length(body)) WHERE sequence = ?");

    private readonly Statement _note = new(connection, Schema.NoteRebuild);

    /// <summary>Something was overwritten since the log was last cut off. After a crash nobody knows, so then it counts as true.</summary>
    private bool _overwritten = Schema.IsRebuildDue(connection);

    public void Insert(long sequence, string body) => _insert.With(sequence, Encoding.UTF8.GetBytes(body)).Run();

    public void Overwrite(long sequence)
    {
        _overwrite.With(sequence).Run();
        _note.Run();
        _overwritten = true;
    }

    /// <summary>Brings what was overwritten from the log into the file and cuts the log off, so that neither has it any more.</summary>
    /// <exception cref="IOException">The log stayed in use. It is cut off with the next group, or when the store is opened.</exception>
    public void CutOffLog()
    {
        if (_overwritten)
        {
            if (connection.Scalar("PRAGMA wal_checkpoint(TRUNCATE)") is not 0L)
            {
                throw new IOException("What was erased is still in the log, which somebody is reading.");
            }

            _overwritten = false;
        }
    }

    public void Dispose()
    {
        _insert.Dispose();
        _overwrite.Dispose();
        _note.Dispose();
    }
}
