using CrossRegion.Orchestrations.Ports;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>The writing connection with its prepared statements.</summary>
internal sealed class BatchWriter(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _begin = connection.Prepare("BEGIN IMMEDIATE");
    private readonly SqliteCommand _commit = connection.Prepare("COMMIT");
    private readonly SqliteCommand _savepoint = connection.Prepare("SAVEPOINT batch");
    private readonly SqliteCommand _release = connection.Prepare("RELEASE batch");
    private readonly SqliteCommand _rollback = connection.Prepare("ROLLBACK TO batch");

    private readonly SqliteCommand _insert = connection.Prepare(
        """
        INSERT INTO documents (partition, id, body) VALUES ($partition, $id, $body)
        ON CONFLICT (partition, id) DO NOTHING RETURNING sequence
        """,
        "$partition",
        "$id",
        "$body");

    private readonly SqliteCommand _delete = connection.Prepare(
        $"DELETE FROM documents WHERE sequence = $sequence AND partition = $partition AND id = $id RETURNING body = '{ErasableBodies.Elsewhere}'",
        "$sequence",
        "$partition",
        "$id");

    private readonly SqliteCommand _insertEntry = connection.Prepare(
        "INSERT INTO index_entries (name, value, sort, partition, id) VALUES ($name, $value, $sort, $partition, $id)",
        "$name",
        "$value",
        "$sort",
        "$partition",
        "$id");

    private readonly SqliteCommand _deleteEntries = connection.Prepare(
        "DELETE FROM index_entries WHERE partition = $partition AND id = $id", "$partition", "$id");

    private readonly ErasableBodies _erasable = new(connection);

    /// <summary>Applies each batch under a savepoint of its own, so that a conflict undoes it alone, and makes the others durable.</summary>
    public CommitResult[] Commit(IReadOnlyList<PendingBatch> group, Action<StoreFaultPoint>? faultHook)
    {
        _begin.ExecuteNonQuery();
        var results = new CommitResult[group.Count];
        for (var i = 0; i < results.Length; i++)
        {
            results[i] = Apply(group[i].Partition, group[i].Writes);
        }

        faultHook?.Invoke(StoreFaultPoint.BeforeCommit);
        _commit.ExecuteNonQuery();
        faultHook?.Invoke(StoreFaultPoint.AfterCommit);
        _erasable.CutOffLog();
        return results;
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)
            [_begin, _commit, _savepoint, _release, _rollback, _insert, _delete, _insertEntry, _deleteEntries])
        {
            command.Dispose();
        }

        _erasable.Dispose();
        connection.Dispose();
    }

    private CommitResult Apply(string partition, IReadOnlyList<DocumentWrite> writes)
    {
        _savepoint.ExecuteNonQuery();
        var etags = new string?[writes.Count];
        for (var i = 0; i < etags.Length; i++)
        {
            if (!TryApply(partition, writes[i], out etags[i]))
            {
                _rollback.ExecuteNonQuery();
                _release.ExecuteNonQuery();
                return CommitResult.Conflict(writes[i].Id);
            }
        }

        _release.ExecuteNonQuery();
        return new CommitResult(null, etags);
    }

    private bool TryApply(string partition, DocumentWrite write, out string? etag)
    {
        etag = null;
        return write switch
        {
            DocumentWrite.Create create => TryInsert(partition, create.Id, create.Body, create.Indexes, create.Erasable, out etag),
            DocumentWrite.Replace replace => TryDelete(partition, replace.Id, replace.ETag, out var erasable)
                && TryInsert(partition, replace.Id, replace.Body, replace.Indexes, erasable, out etag),
            DocumentWrite.Delete delete => TryDelete(partition, delete.Id, delete.ETag, out _),
            _ => throw new ArgumentException($"Unknown operation {write.GetType().Name}.", nameof(write)),
        };
    }

    private bool TryInsert(string partition, string id, string body, IReadOnlyList<IndexEntry> indexes, bool erasable, out string? etag)
    {
        etag = null;
        if (_insert.With(partition, id, erasable ? ErasableBodies.Elsewhere : body).ExecuteScalar() is not long sequence)
        {
            return false;
        }

        etag = ETag.Of(sequence);
        if (erasable)
        {
            _erasable.Insert(sequence, body);
        }

        foreach (var entry in indexes)
        {
            _insertEntry.With(entry.Index.ToString(), entry.Value, entry.Sort, partition, id).ExecuteNonQuery();
        }

        return true;
    }

    private bool TryDelete(string partition, string id, string etag, out bool erasable)
    {
        var sequence = ETag.Sequence(etag);
        var deleted = _delete.With(sequence, partition, id).ExecuteScalar();
        erasable = deleted is 1L;
        if (deleted is null)
        {
            return false;
        }

        if (erasable)
        {
            _erasable.Overwrite(sequence);
        }

        _deleteEntries.With(partition, id).ExecuteNonQuery();
        return true;
    }
}
