using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>
/// Sends what is in the outboxes, to each peer on a link of its own, for as long as it takes. Several instances of one stamp may run it: what
/// two of them send, the peer takes once, and both get the same receipt.
/// </summary>
public sealed class Dispatcher : IDisposable
{
    private readonly Dictionary<ProvinceCode, PeerLink> _links;
    private readonly OutboxSignal _signal;

    public Dispatcher(
        ExchangeOptions options,
        IPeerTransport transport,
        IDocumentStore documents,
        OutboxSignal signal,
        ExchangeSignatures signatures,
        OutboxKeeper keeper,
        ExchangeAlarms alarms,
        IClock clock,
        TimeProvider time,
        Action<ExchangeFaultPoint>? reached = null)
    {
        _links = options.Peers.ToDictionary(
            peer => peer, peer => new PeerLink(peer, options, transport, documents, signatures, keeper, alarms, clock, time, reached));
        _signal = signal;
        _signal.Committed += Offer;
    }

    /// <summary>Sends until it is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellation) => Task.WhenAll(_links.Values.Select(link => link.RunAsync(cancellation)));

    /// <summary>Has the store looked through for what nobody has told of.</summary>
    public void Scan()
    {
        foreach (var link in _links.Values)
        {
            link.Scan();
        }
    }

    /// <summary>How the link to a peer stands; null when there is none.</summary>
    public LinkView? ViewOf(ProvinceCode peer) => _links.GetValueOrDefault(peer)?.View;

    public void Dispose()
    {
        _signal.Committed -= Offer;
        foreach (var link in _links.Values)
        {
            link.Dispose();
        }
    }

    private void Offer(string peer, StoredDocument document)
    {
        if (ProvinceCode.TryParse(peer, out var code, out _) && _links.TryGetValue(code, out var link))
        {
            link.Offer(document);
        }
    }
}
