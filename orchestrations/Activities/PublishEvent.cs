using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>
/// Tells one subscriber of one step, once. What is untold when the person is erased stays so: there is nothing left to tell, and the
/// effect is completed without it.
/// </summary>
public sealed class PublishEvent(IDocumentStore documents, CaseKeys keys, EffectLedger effects, ISubscribers subscribers)
{
    [Function(nameof(PublishEvent))]
    public async Task RunAsync([ActivityTrigger] PublicationReference publication, CancellationToken cancellation)
    {
        var (sequence, subscriber) = CaseDocuments.ParsePublicationKey(publication.Key);
        var location = new DocumentKey(CaseDocuments.Partition(publication.Number), CaseDocuments.Outgoing(sequence));
        var seal = await keys.OfAsync(publication.Number, cancellation);
        var document = await documents.ReadAsync(location, cancellation)
            ?? throw new InvalidDataException($"{publication.Number} has no outgoing event {sequence}");
        var outgoing = seal.Read<OutgoingEvent>(document);
        await effects.RunAsync<string>(
            publication.Number,
            publication.Key,
            find: null,
            async token =>
            {
                if (!seal.Opens)
                {
                    return "erased";
                }

                await subscribers.DeliverAsync(subscriber, outgoing, token);
                return "acknowledged";
            },
            cancellation);
    }
}
