using CrossRegion.Orchestrations.Ports;
using Microsoft.Data.Sqlite;

namespace CrossRegion.Adapters.Sqlite;

/// <summary>A reading connection with its prepared statements. Each read is one statement, so it sees one state of the store.</summary>
internal sealed class DocumentReader(SqliteConnection connection) : IDisposable
{
    private const string Select = $"SELECT d.sequence, d.partition, d.id, {ErasableBodies.OfDocument}";

    private readonly Statement _read = new(connection, $"{Select} FROM documents AS d WHERE d.partition = ? AND d.id = ?");

    private readonly Statement _list = new(connection, $"{Select} FROM documents AS d WHERE d.partition = ? AND d.id >= ? AND d.id < ? ORDER BY d.id");

    private readonly Statement _changes = new(connection, $"{Select} FROM documents AS d WHERE d.sequence > ? ORDER BY d.sequence LIMIT ?");

    private readonly Statement _ascending = Query(connection, ">", "ASC");

    private readonly Statement _descending = Query(connection, "<", "DESC");

    public StoredDocument? Read(DocumentKey key) =>
        _read.With(key.Partition, key.Id).Rows(Document) is [var found] ? found : null;

    public IReadOnlyList<StoredDocument> List(string partition, string idPrefix) =>
        _list.With(partition, idPrefix, idPrefix + QueryPosition.BehindAll).Rows(Document);

    /// <summary>The documents changed after <paramref name="after"/>, and the sequence of the last of them.</summary>
    public (IReadOnlyList<StoredDocument> Documents, long Reached) Changes(long after, int maxItems)
    {
        var found = _changes.With(after, (long)maxItems).Rows(Document);
        return (found, found is [.., var last] ? ETag.Sequence(last.ETag) : after);
    }

    public DocumentPage Query(IndexQuery query)
    {
        var from = query.Continuation is { } continuation
            ? QueryPosition.Parse(continuation)
            : query.Descending ? QueryPosition.Last : QueryPosition.First;
        var statement = (query.Descending ? _descending : _ascending).With(
            query.Index.ToString(),
            query.Value,
            query.SortBefore ?? QueryPosition.BehindAll,
            from.Sort,
            from.Partition,
            from.Id,
            query.MaxItems + 1L);
        var found = statement.Rows(row => (Document: Document(row), Sort: row.Text(4)));
        if (found.Count <= query.MaxItems)
        {
            return new DocumentPage(found.ConvertAll(row => row.Document), null);
        }

        found.RemoveAt(query.MaxItems);
        var (document, sort) = found[^1];
        return new DocumentPage(
            found.ConvertAll(row => row.Document), new QueryPosition(sort, document.Key.Partition, document.Key.Id).ToString());
    }

    public void Dispose()
    {
        foreach (var statement in (ReadOnlySpan<Statement>)[_read, _list, _changes, _ascending, _descending])
        {
            statement.Dispose();
        }

        connection.Dispose();
    }

    private static Statement Query(SqliteConnection connection, string beyond, string order) => new(
        connection,
        $"""
        {Select}, e.sort
        FROM index_entries AS e JOIN documents AS d ON d.partition = e.partition AND d.id = e.id
        WHERE e.name = ? AND e.value = ? AND e.sort < ? AND (e.sort, e.partition, e.id) {beyond} (?, ?, ?)
        ORDER BY e.sort {order}, e.partition {order}, e.id {order}
        LIMIT ?
        """);

    private static StoredDocument Document(Statement row) =>
        new(new DocumentKey(row.Text(1), row.Text(2)), row.Text(3), ETag.Of(row.Number(0)));
}
