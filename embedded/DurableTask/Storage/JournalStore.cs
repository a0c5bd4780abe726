namespace CrossRegion.Embedded.DurableTask.Storage;

/// <summary>
/// The journal on the disk, <c>journal.db</c>: a row for each group commit. A file of its own, so that commits go on while
/// a checkpoint is written to the other. For one thread.
/// </summary>
internal sealed class JournalStore : IDisposable
{
    public const string FileName = "journal.db";

    private readonly Database _database;
    private readonly Statement _append;
    private readonly Statement _cut;

    public JournalStore(string directory)
    {
        _database = new Database(Path.Combine(directory, FileName), "PRAGMA wal_autocheckpoint = 256;");
        try
        {
            _database.Execute("CREATE TABLE IF NOT EXISTS journal (seq INTEGER PRIMARY KEY, data BLOB NOT NULL)");
            _append = _database.Prepare("INSERT INTO journal (seq, data) VALUES (?1, ?2)");
            _cut = _database.Prepare("DELETE FROM journal WHERE seq <= ?1");
        }
        catch
        {
            _database.Dispose();
            throw;
        }
    }

    /// <summary>The entries of one group commit, all or nothing. Returns once they are on the disk.</summary>
    /// <param name="written">Called between the writing and the commit.</param>
    public void Append(long seq, ReadOnlyMemory<byte> row, Action written) => _database.Transact(() =>
    {
        _append.Bind(1, seq).Bind(2, row.Span).Run();
        written();
    });

    /// <summary>Removes the rows up to and with <paramref name="seq"/>.</summary>
    public void CutTo(long seq) => _cut.Bind(1, seq).Run();

    /// <summary>The rows after <paramref name="seq"/>, in order.</summary>
    public IEnumerable<(long Seq, byte[] Row)> ReadAfter(long seq)
    {
        using var command = _database.Command("SELECT seq, data FROM journal WHERE seq > $seq ORDER BY seq");
        command.Parameters.AddWithValue("$seq", seq);
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            yield return (rows.GetInt64(0), rows.GetFieldValue<byte[]>(1));
        }
    }

    /// <summary>Takes over the rows of a store of version 1, which had them in the other file. Doing it again changes nothing.</summary>
    public void Adopt(IEnumerable<(long Seq, byte[] Row)> rows) => _database.Transact(() =>
    {
        using var adopt = _database.Prepare("INSERT OR IGNORE INTO journal (seq, data) VALUES (?1, ?2)");
        foreach (var (seq, row) in rows)
        {
            adopt.Bind(1, seq).Bind(2, row).Run();
        }
    });

    public void Dispose()
    {
        _append.Dispose();
        _cut.Dispose();
        _database.Dispose();
    }
}
