using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Ports;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>Tells one subscriber of one step, once.</summary>
public sealed class PublishEvent(IDocumentStore documents, EffectLedger effects, ISubscribers subscribers)
{
    [Function(nameof(PublishEvent))]
    public async Task RunAsync([ActivityTrigger] PublicationReference publication, CancellationToken cancellation)
    {
        var (sequence, subscriber) = CaseDocuments.ParsePublicationKey(publication.Key);
        var location = new DocumentKey(CaseDocuments.Partition(publication.Number), CaseDocuments.Outgoing(sequence));
        var document = await documents.ReadAsync(location, cancellation)
            ?? throw new InvalidDataException($"{publication.Number} has no outgoing event {sequence}");
        var outgoing = CaseJson.Read<OutgoingEvent>(document.Body);
        await effects.RunAsync<string>(
            publication.Number,
            publication.Key,
            find: null,
            async token =>
            {
                await subscribers.DeliverAsync(subscriber, outgoing, token);
                return "acknowledged";
            },
            cancellation);
    }
}
