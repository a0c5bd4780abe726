using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Activities;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using NodaTime;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>
/// Documents that an earlier build wrote in the clear. The case itself is sealed with its next step; this seals what is never written
/// again: steps, events and answers.
/// </summary>
public sealed class ClearDocuments(IDocumentStore documents, CaseStore cases, CaseKeys keys, IClock clock)
{
    /// <summary>Seals everything of a case that is not sealed.</summary>
    public async Task SealAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        foreach (var document in await documents.ListAsync(CaseDocuments.Partition(number), string.Empty, cancellation))
        {
            // Looking needs no key, so an erasure needs none either when there is nothing to seal.
            if (Rewrite(document, CaseSeal.Closed, number) is not null)
            {
                await SealAsync(document.Key, number, cancellation);
            }
        }
    }

    private async Task SealAsync(DocumentKey key, ApplicationNumber number, CancellationToken cancellation)
    {
        var seal = await keys.OfAsync(number, cancellation);
        var committed = false;
        while (!committed
            && seal.Opens
            && await documents.ReadAsync(key, cancellation) is { } document
            && Rewrite(document, seal, number) is { } write)
        {
            committed = (await documents.CommitAsync(key.Partition, [write], cancellation)).Committed;
        }
    }

    /// <summary>The document under the seal; null when nothing personal stands in it unsealed.</summary>
    private DocumentWrite.Replace? Rewrite(StoredDocument document, CaseSeal seal, ApplicationNumber number)
    {
        return document.Key.Id switch
        {
            CaseDocuments.CaseId => Sealed<Case>(subject => cases.Indexes(subject, clock.GetCurrentInstant())),
            var id when Is(id, CaseDocuments.TimelinePrefix) => Sealed<TimelineEntry>(_ => []),
            var id when Is(id, CaseDocuments.OutgoingPrefix) => Sealed<OutgoingEvent>(_ => []),
            var id when Is(id, CaseDocuments.InboxPrefix) => Sealed<InboxEntry>(entry => CaseInbox.Indexes(number, entry)),
            var id when Is(id, CaseDocuments.Effect(LookUpSharedData.EffectKey(string.Empty))) => Answered(),
            _ => null,
        };

        DocumentWrite.Replace? Sealed<T>(Func<T, IReadOnlyList<IndexEntry>> indexes)
        {
            var value = seal.Read<T>(document.Key.Id, document.Body, out var clear);
            return clear ? new(document.Key.Id, seal.Write(document.Key.Id, value), indexes(value), document.ETag) : null;
        }

        // An effect keeps its result as a text within its text.
        DocumentWrite.Replace? Answered()
        {
            var entry = CaseJson.Read<EffectEntry>(document.Body);
            if (entry.Result is not { } result)
            {
                return null;
            }

            var answer = seal.Read<SharedDataAnswer>(document.Key.Id, result, out var clear);
            var body = CaseJson.Write(entry with { Result = seal.Write(document.Key.Id, answer) });
            return clear ? new(document.Key.Id, body, [], document.ETag) : null;
        }
    }

    private static bool Is(string id, string prefix) => id.StartsWith(prefix, StringComparison.Ordinal);
}
