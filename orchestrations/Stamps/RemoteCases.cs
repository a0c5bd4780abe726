using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>The applications that other stamps handle, each in its own partition under <c>remote</c>, sealed as a case is.</summary>
public sealed class RemoteCases(IDocumentStore documents, CaseKeys keys)
{
    public const string Id = "remote";

    /// <summary>The application and its ETag, or null.</summary>
    public async Task<(RemoteCase Case, string ETag)?> FindAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        // The key first: if the person is erased meanwhile, what is read then says so.
        var seal = await keys.OfAsync(number, cancellation);
        return await FindAsync(number, seal, cancellation);
    }

    /// <summary>The same without what is personal; opens nothing.</summary>
    public Task<(RemoteCase Case, string ETag)?> FindSkeletonAsync(ApplicationNumber number, CancellationToken cancellation) =>
        FindAsync(number, CaseSeal.Closed, cancellation);

    private async Task<(RemoteCase Case, string ETag)?> FindAsync(ApplicationNumber number, CaseSeal seal, CancellationToken cancellation) =>
        await documents.ReadAsync(Location(number), cancellation) is { } document ? (seal.Read<RemoteCase>(document), document.ETag) : null;

    public static DocumentKey Location(ApplicationNumber number) => new(CaseDocuments.Partition(number), Id);

    /// <summary>The first document of it.</summary>
    public static DocumentWrite Create(CaseSeal seal, RemoteCase remote) => new DocumentWrite.Create(Id, seal.Write(Id, remote), Indexes(remote));

    /// <summary>Its next version.</summary>
    public static DocumentWrite Replace(CaseSeal seal, RemoteCase remote, string etag) =>
        new DocumentWrite.Replace(Id, seal.Write(Id, remote), Indexes(remote), etag);

    /// <summary>It is in the lists of the stamp that it was filed with.</summary>
    private static IReadOnlyList<IndexEntry> Indexes(RemoteCase remote)
    {
        var received = $"{CaseDocuments.Sort(remote.ReceivedAt)}:{remote.Number}";
        return remote.Filed
            ? [new(DocumentIndex.Cases, CaseDocuments.All, received), new(DocumentIndex.CasesByProvince, remote.Summary.Province, received)]
            : [];
    }
}
