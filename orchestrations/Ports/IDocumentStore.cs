namespace CrossRegion.Orchestrations.Ports;

/// <summary>
/// The document store that holds the truth about every case. Adapters: SQLite (embedded), Azure Cosmos DB.
/// </summary>
/// <remarks>
/// <para>Atomicity: a batch is committed whole or not at all, and is durable before the call returns.</para>
/// <para>Isolation: conditions (absent, same ETag) are checked and applied as one step; two batches that expect the same ETag
/// cannot both succeed. A reader never sees half a batch of one document, and reads what it wrote.</para>
/// <para>Idempotency: none is added. After a time-out the caller reads and looks whether its write is there.</para>
/// <para>Errors: a conflict is <see cref="CommitResult.Conflict"/>; what breaks <see cref="DocumentLimits"/> (2 MB and 100 operations a
/// batch, among others) and a continuation that no store gave is an <see cref="ArgumentException"/>; a store that cannot be reached is an
/// <see cref="IOException"/>, and a commit that ended so, or was cancelled, may have been applied.</para>
/// <para>Every adapter passes the conformance suite in <c>tests/Adapters.Tests</c>.</para>
/// </remarks>
public interface IDocumentStore
{
    /// <summary>The document, or null.</summary>
    Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation);

    /// <summary>All documents of one partition whose id starts with <paramref name="idPrefix"/> (ordinal), in the order of their ids.</summary>
    Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation);

    /// <summary>Applies 1 to 100 operations on one partition, all or none. Each id occurs once.</summary>
    Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation);

    /// <summary>
    /// Documents by a declared index; may lag behind the latest commits, never shows what was not committed. A lag only hides: a document
    /// that is shown stands, in the version that is shown, where the query looks.
    /// </summary>
    Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation);

    /// <summary>
    /// The change feed: documents created or replaced since <paramref name="continuation"/> (null: from the beginning), of each partition
    /// the oldest change first, each in its latest version; a document that changed twice may come once. Deletions are not in it. A piece
    /// has <paramref name="maxItems"/> documents at most, or a few more: what one batch wrote may be kept together. An empty piece means
    /// that there is nothing new.
    /// </summary>
    Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation);
}
