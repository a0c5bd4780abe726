namespace CrossRegion.Orchestrations.Ports;

/// <summary>One operation of an atomic batch (<see cref="IDocumentStore.CommitAsync"/>).</summary>
public abstract record DocumentWrite
{
    private DocumentWrite(string id) => Id = id;

    /// <summary>The document's id: 1 to 200 characters of <c>A-Z a-z 0-9 . _ : -</c>, but not <c>.</c> or <c>..</c>.</summary>
    public string Id { get; }

    /// <summary>Writes a document that must not exist yet.</summary>
    public sealed record Create(string Id, string Body, IReadOnlyList<IndexEntry> Indexes) : DocumentWrite(Id);

    /// <summary>Overwrites a document that must still carry <paramref name="ETag"/>; its index entries are replaced as a whole.</summary>
    public sealed record Replace(string Id, string Body, IReadOnlyList<IndexEntry> Indexes, string ETag) : DocumentWrite(Id);

    /// <summary>Removes a document that must still carry <paramref name="ETag"/>.</summary>
    public sealed record Delete(string Id, string ETag) : DocumentWrite(Id);
}
