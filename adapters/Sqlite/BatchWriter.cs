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
        "DELETE FROM documents WHERE sequence = $sequence AND partition = $partition AND id = $id", "$sequence", "$partition", "$id");

    private readonly SqliteCommand _insertEntry = connection.Prepare(
        "INSERT INTO index_entries (name, value, sort, partition, id) VALUES ($name, $value, $sort, $partition, $id)",
        "$name",
        "$value",
        "$sort",
        "$partition",
        "$id");

    private readonly SqliteCommand _deleteEntries = connection.Prepare(
        "DELETE FROM index_entries WHERE partition = $partition AND id = $id", "$partition", "$id");

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
        return results;
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)
            [_begin, _commit, _savepoint, _release, _rollback, _insert, _delete, _insertEntry, _deleteEntries])
        {
            command.Dispose();
        }

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
            DocumentWrite.Create create => TryInsert(partition, create.Id, create.Body, create.Indexes, out etag),
            DocumentWrite.Replace replace => TryDelete(partition, replace.Id, replace.ETag)
                && TryInsert(partition, replace.Id, replace.Body, replace.Indexes, out etag),
            DocumentWrite.Delete delete => TryDelete(partition, delete.Id, delete.ETag),
            _ => throw new ArgumentException($"Unknown operation {write.GetType().Name}.", nameof(write)),
        };
    }

    private bool TryInsert(string partition, string id, string body, IReadOnlyList<IndexEntry> indexes, out string? etag)
    {
        etag = _insert.With(partition, id, body).ExecuteScalar() is long sequence ? ETag.Of(sequence) : null;
        if (etag is null)
        {
            return false;
        }

        foreach (var entry in indexes)
        {
            _insertEntry.With(entry.Index.ToString(), entry.Value, entry.Sort, partition, id).ExecuteNonQuery();
        }

        return true;
    }

    private bool TryDelete(string partition, string id, string etag)
    {
        if (_delete.With(ETag.Sequence(etag), partition, id).ExecuteNonQuery() == 0)
        {
            return false;
        }

        _deleteEntries.With(partition, id).ExecuteNonQuery();
        return true;
    }
}
