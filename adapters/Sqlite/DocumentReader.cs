using CrossRegion.Orchestrations.Ports;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>A reading connection with its prepared statements. Each read is one statement, so it sees one state of the store.</summary>
internal sealed class DocumentReader(SqliteConnection connection) : IDisposable
{
    private const string Select = $"SELECT d.sequence, d.partition, d.id, {ErasableBodies.OfDocument}";

    private readonly SqliteCommand _read = connection.Prepare(
        $"{Select} FROM documents AS d WHERE d.partition = $partition AND d.id = $id", "$partition", "$id");

    private readonly SqliteCommand _list = connection.Prepare(
        $"{Select} FROM documents AS d WHERE d.partition = $partition AND d.id >= $from AND d.id < $to ORDER BY d.id",
        "$partition",
        "$from",
        "$to");

    private readonly SqliteCommand _changes = connection.Prepare(
        $"{Select} FROM documents AS d WHERE d.sequence > $after ORDER BY d.sequence LIMIT $limit", "$after", "$limit");

    private readonly SqliteCommand _ascending = Query(connection, ">", "ASC");

    private readonly SqliteCommand _descending = Query(connection, "<", "DESC");

    public StoredDocument? Read(DocumentKey key) =>
        ReadAll(_read.With(key.Partition, key.Id)) is [var found] ? found.Document : null;

    public IReadOnlyList<StoredDocument> List(string partition, string idPrefix) =>
        ReadAll(_list.With(partition, idPrefix, idPrefix + QueryPosition.BehindAll)).ConvertAll(found => found.Document);

    /// <summary>The documents changed after <paramref name="after"/>, and the sequence of the last of them.</summary>
    public (IReadOnlyList<StoredDocument> Documents, long Reached) Changes(long after, int maxItems)
    {
        var found = ReadAll(_changes.With(after, maxItems));
        return (found.ConvertAll(row => row.Document), found is [.., var last] ? last.Sequence : after);
    }

    public DocumentPage Query(IndexQuery query)
    {
        var from = query.Continuation is { } continuation
            ? QueryPosition.Parse(continuation)
            : query.Descending ? QueryPosition.Last : QueryPosition.First;
        var command = (query.Descending ? _descending : _ascending).With(
            query.Index.ToString(),
            query.Value,
            query.SortBefore ?? QueryPosition.BehindAll,
            from.Sort,
            from.Partition,
            from.Id,
            query.MaxItems + 1);
        var found = ReadAll(command, sorted: true);
        if (found.Count <= query.MaxItems)
        {
            return new DocumentPage(found.ConvertAll(row => row.Document), null);
        }

        found.RemoveAt(query.MaxItems);
        var (_, document, sort) = found[^1];
        return new DocumentPage(
            found.ConvertAll(row => row.Document), new QueryPosition(sort, document.Key.Partition, document.Key.Id).ToString());
    }

    public void Dispose()
    {
        foreach (var command in (ReadOnlySpan<SqliteCommand>)[_read, _list, _changes, _ascending, _descending])
        {
            command.Dispose();
        }

        connection.Dispose();
    }

    private static SqliteCommand Query(SqliteConnection connection, string beyond, string order) => connection.Prepare(
        $"""
        {Select}, e.sort
        FROM index_entries AS e JOIN documents AS d ON d.partition = e.partition AND d.id = e.id
        WHERE e.name = $name AND e.value = $value AND e.sort < $before
          AND (e.sort, e.partition, e.id) {beyond} ($sort, $partition, $id)
        ORDER BY e.sort {order}, e.partition {order}, e.id {order}
        LIMIT $limit
        """,
        "$name",
        "$value",
        "$before",
        "$sort",
        "$partition",
        "$id",
        "$limit");

    private static List<(long Sequence, StoredDocument Document, string Sort)> ReadAll(SqliteCommand command, bool sorted = false)
    {
        var found = new List<(long, StoredDocument, string)>();
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var sequence = rows.GetInt64(0);
            var key = new DocumentKey(rows.GetString(1), rows.GetString(2));
            var document = new StoredDocument(key, rows.GetString(3), ETag.Of(sequence));
            found.Add((sequence, document, sorted ? rows.GetString(4) : ""));
        }

        return found;
    }
}
