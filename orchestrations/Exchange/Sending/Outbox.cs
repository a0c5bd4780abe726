using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>
/// Hands over: makes the documents that stand in an application's outbox until the peer has taken them. They are committed by whoever
/// changes the state that causes them, in the same batch, so there is no state without its hand-over and no hand-over without its state.
/// </summary>
public sealed class Outbox(IDocumentStore documents, ExchangeSignatures signatures, ExchangeOptions options, IClock clock)
{
    /// <summary>
    /// The writes for hand-overs of one application to one peer, next in its sequence. If somebody else has handed over meanwhile, the batch
    /// conflicts: ask again.
    /// </summary>
    /// <param name="number">The application.</param>
    /// <param name="route">From a province that this stamp serves to a peer.</param>
    /// <param name="parts">What is handed over, in this order: kind and body, JSON text of at most <see cref="HandOver.MaxBodyBytes"/> bytes.</param>
    /// <param name="cancellation">Nothing is written here.</param>
    /// <exception cref="InvalidOperationException">The route is none of this stamp's; the message names the setting.</exception>
    /// <exception cref="ArgumentException">A body is too large.</exception>
    public async Task<IReadOnlyList<DocumentWrite>> WriteAsync(
        ApplicationNumber number, Route route, IReadOnlyList<(HandOverKind Kind, string Body)> parts, CancellationToken cancellation)
    {
        Check(route, parts);
        var before = await documents.ListAsync(CaseDocuments.Partition(number), ExchangeDocuments.OutboxOf(route), cancellation);
        var (last, now) = (before.Count, clock.GetCurrentInstant());
        return [.. parts.Select((part, i) => Write(number, route, last + 1 + i, now, part.Kind, part.Body))];
    }

    /// <summary>
    /// The ways to every peer that has to do with an application: those on which it was handed over before, and back to those from whom alone
    /// it was taken.
    /// </summary>
    public async Task<IReadOnlyList<Route>> RoutesAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        var partition = CaseDocuments.Partition(number);
        var sent = (await documents.ListAsync(partition, ExchangeDocuments.OutboxPrefix, cancellation)).Select(document => ExchangeDocuments.RouteOf(document.Key.Id));
        var taken = (await documents.ListAsync(partition, ExchangeDocuments.HandedPrefix, cancellation)).Select(document => ExchangeDocuments.RouteOf(document.Key.Id));
        return
        [
            .. sent.Concat(taken.Select(route => new Route(route.To, route.From)))
                .Where(route => options.Serves(route.From) && options.Peers.Contains(route.To))
                .Distinct(),
        ];
    }

    private DocumentWrite.Create Write(ApplicationNumber number, Route route, int sequence, Instant now, HandOverKind kind, string body)
    {
        if (sequence > Envelope.LastSequence)
        {
            throw new InvalidOperationException($"application {number} has handed over {Envelope.LastSequence} times on {route}: that is not handling any more");
        }

        var envelope = new Envelope(kind, number, route.From, route.To, sequence, now, signatures.Digest.Text(Encoding.UTF8.GetBytes(body)));
        var text = ExchangeJson.Write(envelope);
        var entry = new OutboxEntry(text, signatures.Digest.Text(Encoding.UTF8.GetBytes(text)), body, now);
        return new DocumentWrite.Create(ExchangeDocuments.Outbox(number, route, sequence).Id, ExchangeJson.Write(entry), entry.Indexes(envelope));
    }

    private void Check(Route route, IReadOnlyList<(HandOverKind Kind, string Body)> parts)
    {
        if (!options.Serves(route.From))
        {
            throw new InvalidOperationException($"this stamp does not serve {route.From}: CrossRegion__Provinces says whom it does");
        }

        if (!options.Peers.Contains(route.To))
        {
            throw new InvalidOperationException($"{route.To} is no peer of this stamp: set CrossRegion:Peers:{route.To}:Endpoint");
        }

        if (parts.FirstOrDefault(part => Encoding.UTF8.GetByteCount(part.Body) > HandOver.MaxBodyBytes) is { Body: { } body })
        {
            throw new ArgumentException(Refusal.TooLarge(Encoding.UTF8.GetByteCount(body)).MessageEn, nameof(parts));
        }
    }
}
