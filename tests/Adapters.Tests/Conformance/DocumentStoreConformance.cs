using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Adapters.Tests.Conformance;

/// <summary>
/// What <see cref="IDocumentStore"/> promises. Every adapter inherits it. The store may be shared and full of other documents: each test
/// keeps to partitions and index values of its own.
/// </summary>
public abstract partial class DocumentStoreConformance : IAsyncLifetime
{
    private readonly string _unique = Guid.NewGuid().ToString("N");

    protected IDocumentStore Store { get; private set; } = null!;

    /// <summary>The partition of this test.</summary>
    protected string Partition => $"p-{_unique}";

    /// <summary>The index value of this test.</summary>
    protected string Value => $"值-{_unique}";

    public async Task InitializeAsync() => Store = await OpenAsync();

    public abstract Task DisposeAsync();

    protected abstract Task<IDocumentStore> OpenAsync();

    /// <summary>Returns when queries show all commits that were answered; a store whose indexes lag overrides it.</summary>
    protected virtual Task IndexesCaughtUpAsync() => Task.CompletedTask;

    private static DocumentWrite.Create Create(string id, string body = "{}", params IndexEntry[] indexes) => new(id, body, indexes);

    private static DocumentWrite.Replace Replace(string id, string etag, string body = "{}", params IndexEntry[] indexes) =>
        new(id, body, indexes, etag);

    private static DocumentWrite.Delete Delete(string id, string etag) => new(id, etag);

    private IndexEntry Entry(string sort, DocumentIndex index = DocumentIndex.Cases) => new(index, Value, sort);

    private DocumentKey Key(string id) => new(Partition, id);

    private Task<CommitResult> TryCommitAsync(params DocumentWrite[] batch) => Store.CommitAsync(Partition, batch, default);

    /// <summary>Commits without a conflict; the ETags in the batch's order.</summary>
    private async Task<IReadOnlyList<string?>> CommitAsync(params DocumentWrite[] batch)
    {
        var result = await TryCommitAsync(batch);
        result.ConflictingId.ShouldBeNull();
        result.ETags.Count.ShouldBe(batch.Length);
        return result.ETags;
    }

    /// <summary>Commits one write; the document's new ETag.</summary>
    private async Task<string> WriteAsync(DocumentWrite write) => (await CommitAsync(write))[0].ShouldNotBeNull();

    private Task<StoredDocument?> ReadAsync(string id) => Store.ReadAsync(Key(id), default);

    private async Task<string?> BodyAsync(string id) => (await ReadAsync(id))?.Body;

    private async Task<string[]> ListAsync(string prefix = "") =>
        [.. (await Store.ListAsync(Partition, prefix, default)).Select(document => document.Key.Id)];

    /// <summary>The ids found, over all pages.</summary>
    private async Task<List<string>> FindAsync(IndexQuery query)
    {
        await IndexesCaughtUpAsync();
        var ids = new List<string>();
        DocumentPage page;
        do
        {
            page = await Store.QueryAsync(query, default);
            page.Documents.Count.ShouldBeLessThanOrEqualTo(query.MaxItems);
            ids.AddRange(page.Documents.Select(document => document.Key.Id));
            query = query with { Continuation = page.Continuation };
        }
        while (page.Continuation is not null);
        return ids;
    }

    /// <summary>The changes of this test's partition since then, and where to go on.</summary>
    private async Task<(List<StoredDocument> Documents, string Continuation)> ChangesAsync(string? continuation, int maxItems = 100)
    {
        var mine = new List<StoredDocument>();
        while (true)
        {
            var changes = await Store.ReadChangesAsync(continuation, maxItems, default);
            continuation = changes.Continuation.ShouldNotBeNull();
            changes.Documents.Count.ShouldBeLessThan(maxItems + DocumentLimits.MaxOperations);
            mine.AddRange(changes.Documents.Where(document => document.Key.Partition == Partition));
            if (changes.Documents.Count == 0)
            {
                return (mine, continuation);
            }
        }
    }
}
