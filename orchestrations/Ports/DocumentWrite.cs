namespace CrossRegion.Orchestrations.Ports;

/// <summary>One operation of an atomic batch (<see cref="IDocumentStore.CommitAsync"/>).</summary>
public abstract record DocumentWrite
{
    private DocumentWrite(string id) => Id = id;

    /// <summary>The document's id: 1 to 200 characters of <c>A-Z a-z 0-9 . _ : -</c>, but not <c>.</c> or <c>..</c>.</summary>
    public string Id { get; }

    /// <summary>
    /// Writes a document that must not exist yet. One that is <paramref name="Erasable"/> is kept so that nothing of its body is left in
    /// the store's own files when it is deleted or replaced (what backups hold is theirs); it is that for its whole life.
    /// </summary>
    public sealed record Create(string Id, string Body, IReadOnlyList<IndexEntry> Indexes, bool Erasable = false) : DocumentWrite(Id);

    /// <summary>Overwrites a document that must still carry <paramref name="ETag"/>; its index entries are replaced as a whole.</summary>
    public sealed record Replace(string Id, string Body, IReadOnlyList<IndexEntry> Indexes, string ETag) : DocumentWrite(Id);

    /// <summary>Removes a document that must still carry <paramref name="ETag"/>.</summary>
    public sealed record Delete(string Id, string ETag) : DocumentWrite(Id);
}
