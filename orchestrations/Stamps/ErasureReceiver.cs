using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>
/// Erases here whom the competent stamp has erased (个人信息保护法 art. 47): the application's key is deleted, and its skeleton stays. Needs no
/// master key. Where nothing of it ever arrived, the skeleton is kept all the same, so that nothing that comes later is taken for news.
/// </summary>
public sealed class ErasureReceiver(IDocumentStore documents, RemoteCases remotes) : IHandOverReceiver
{
    public HandOverKind Kind => HandOverKind.Erasure;

    public async Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation)
    {
        var envelope = handOver.Envelope;
        if (!StampJson.TryRead<HandedErasure>(handOver.Body, out var erasure, out var fault))
        {
            return new Reception.Refuse([new Fault("body", "body", "移交内容无法识别", $"the body {fault}")]);
        }

        var found = await remotes.FindSkeletonAsync(envelope.Number, cancellation);
        if (await FaultsAsync(envelope, erasure, found?.Case, cancellation) is { Count: > 0 } faults)
        {
            return new Reception.Refuse(faults);
        }

        if (found is { Case.Erasure: not null })
        {
            return new Reception.Take([]);
        }

        List<DocumentWrite> writes =
        [
            found is { } known
                ? RemoteCases.Replace(CaseSeal.Erased, known.Case.Erased(erasure), known.ETag)
                : RemoteCases.Create(CaseSeal.Erased, RemoteCase.Told(envelope, erasure.View).Erased(erasure)),
        ];
        if (await documents.ReadAsync(CaseDocuments.Key(envelope.Number), cancellation) is { } key)
        {
            writes.Add(new DocumentWrite.Delete(CaseDocuments.KeyId, key.ETag));
        }

        return new Reception.Take(writes);
    }

    /// <summary>Only the competent stamp erases, and what it leaves names nobody.</summary>
    private async Task<IReadOnlyList<Fault>> FaultsAsync(Envelope envelope, HandedErasure erasure, RemoteCase? known, CancellationToken cancellation)
    {
        List<Fault> faults = [];
        if (erasure.View.Number != envelope.Number.Value)
        {
            faults.Add(new("body.view.number", "other-application", "移交内容与办件编号不符", "the body is about another application"));
        }

        if (erasure.View is not { ErasedAt: not null, Applicant: null })
        {
            faults.Add(new("body.view", "not-erased", "移交内容并非已删除个人信息的办件", "the body's application is not an erased one"));
        }

        if (known is null
            ? await documents.ReadAsync(CaseDocuments.Case(envelope.Number), cancellation) is not null
            : known.Competent != envelope.From)
        {
            faults.Add(new("from", "not-competent", $"该办件不由{envelope.From}办理", $"{envelope.From} does not handle this application"));
        }

        return faults;
    }
}
