using CrossRegion.Orchestrations.Ports;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>The writing connection with its prepared statements.</summary>
internal sealed class BatchWriter(SqliteConnection connection) : IDisposable
{
    private readonly Statement _begin = new(connection, "BEGIN IMMEDIATE");
    private readonly Statement _commit = new(connection, "COMMIT");

    private readonly Statement _find = new(
        connection, $"SELECT sequence, body = '{ErasableBodies.Elsewhere}' FROM documents WHERE partition = ? AND id = ?");

    private readonly Statement _insert = new(connection, "INSERT INTO documents (partition, id, body) VALUES (?, ?, ?)");

    private readonly Statement _delete = new(connection, "DELETE FROM documents WHERE sequence = ?");

    private readonly Statement _entries = new(connection, "SELECT name, value, sort FROM index_entries WHERE partition = ? AND id = ?");

    private readonly Statement _insertEntry = new(connection, "INSERT INTO index_entries (name, value, sort, partition, id) VALUES (?, ?, ?, ?, ?)");

    private readonly Statement _deleteEntry = new(
        connection, "DELETE FROM index_entries WHERE name = ? AND value = ? AND sort = ? AND partition = ? AND id = ?");

    private readonly ErasableBodies _erasable = new(connection);

    /// <summary>Makes all batches durable but those that conflict, of which nothing is written.</summary>
    public CommitResult[] Commit(IReadOnlyList<PendingBatch> group, Action<StoreFaultPoint>? faultHook)
    {
        _begin.Run();
        var results = new CommitResult[group.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Apply(group[i].Partition, group[i].Writes);
        }

        faultHook?.Invoke(StoreFaultPoint.BeforeCommit);
        _commit.Run();
        faultHook?.Invoke(StoreFaultPoint.AfterCommit);
        _erasable.CutOffLog();
        return results;
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)
            [_begin, _commit, _find, _insert, _delete, _entries, _insertEntry, _deleteEntry])
        {
            statement.Dispose();
        }

        _erasable.Dispose();
        connection.Dispose();
    }

    /// <summary>Looks whether everything is as the batch expects it before it writes anything, so there is never anything to undo.</summary>
    private CommitResult Apply(string partition, IReadOnlyList<DocumentWrite> writes)
    {
        Span<bool> erasable = stackalloc bool[writes.Count];
        for (var i = 0; i < writes.Count; i++)
        {
            if (!IsAsExpected(partition, writes[i], out erasable[i]))
            {
                return CommitResult.Conflict(writes[i].Id);
            }
        }

        var etags = new string?[writes.Count];
        for (var i = 0; i < etags.Length; i++)
        {
            etags[i] = Apply(partition, writes[i], erasable[i]);
        }

        return new CommitResult(null, etags);
    }

    /// <param name="partition">Where it is to be written.</param>
    /// <param name="write">What is to be written.</param>
    /// <param name="erasable">Whether the document is, or will be.</param>
    private bool IsAsExpected(string partition, DocumentWrite write, out bool erasable)
    {
        (long Sequence, bool IsElsewhere)? found =
            _find.With(partition, write.Id).Rows(row => (row.Number(0), row.Number(1) != 0)) is [var only] ? only : null;
        erasable = write is DocumentWrite.Create { Erasable: true } || found is { IsElsewhere: true };
        return write switch
        {
            DocumentWrite.Create => found is null,
            DocumentWrite.Replace replace => found?.Sequence == ETag.Sequence(replace.ETag),
            DocumentWrite.Delete delete => found?.Sequence == ETag.Sequence(delete.ETag),
            _ => throw new ArgumentException($"Unknown operation {write.GetType().Name}.", nameof(write)),
        };
    }

    private string? Apply(string partition, DocumentWrite write, bool erasable)
    {
        switch (write)
        {
            case DocumentWrite.Create create:
                PutEntries(partition, create.Id, [], create.Indexes);
                return Insert(partition, create.Id, create.Body, erasable);
            case DocumentWrite.Replace replace:
                Delete(replace.ETag, erasable);
                PutEntries(partition, replace.Id, EntriesOf(partition, replace.Id), replace.Indexes);
                return Insert(partition, replace.Id, replace.Body, erasable);
            case DocumentWrite.Delete delete:
                Delete(delete.ETag, erasable);
                PutEntries(partition, delete.Id, EntriesOf(partition, delete.Id), []);
                return null;
            default:
                throw new ArgumentException($"Unknown operation {write.GetType().Name}.", nameof(write));
        }
    }

    private string Insert(string partition, string id, string body, bool erasable)
    {
        _insert.With(partition, id, erasable ? ErasableBodies.Elsewhere : body).Run();
        var sequence = raw.sqlite3_last_insert_rowid(connection.Handle);
        if (erasable)
        {
            _erasable.Insert(sequence, body);
        }

        return ETag.Of(sequence);
    }

    private void Delete(string etag, bool erasable)
    {
        var sequence = ETag.Sequence(etag);
        _delete.With(sequence).Run();
        if (erasable)
        {
            _erasable.Overwrite(sequence);
        }
    }

    private List<(string Name, string Value, string Sort)> EntriesOf(string partition, string id) =>
        _entries.With(partition, id).Rows(row => (row.Text(0), row.Text(1), row.Text(2)));

    /// <summary>Writes only what changes: most entries stay as they are for as long as their document lives.</summary>
    private void PutEntries(string partition, string id, List<(string Name, string Value, string Sort)> before, IReadOnlyList<IndexEntry> after)
    {
        foreach (var entry in after)
        {
            var row = (Name: entry.Index.ToString(), entry.Value, entry.Sort);
            if (!before.Remove(row))
            {
                _insertEntry.With(row.Name, row.Value, row.Sort, partition, id).Run();
            }
        }

        foreach (var (name, value, sort) in before)
        {
            _deleteEntry.With(name, value, sort, partition, id).Run();
        }
    }
}
