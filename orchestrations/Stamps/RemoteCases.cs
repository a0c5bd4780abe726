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
        if (await documents.ReadAsync(new DocumentKey(CaseDocuments.Partition(number), Id), cancellation) is not { } document)
        {
            return null;
        }

        var seal = await keys.OfAsync(number, cancellation);
        return (seal.Read<RemoteCase>(document), document.ETag);
    }

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
