using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>The real transport, which a test may have do more or less than it is asked; says when something has come back.</summary>
internal sealed class TestTransport(IPeerTransport transport, Pulse pulse) : IPeerTransport
{
    /// <summary>Sends instead; null: as usual. Gets the peer, the batch, and how to send.</summary>
    public Func<ProvinceCode, IReadOnlyList<SignedHandOver>, Func<IReadOnlyList<SignedHandOver>, Task<BatchAnswer>>, Task<BatchAnswer>>? Instead { get; set; }

    public async Task<BatchAnswer> SendAsync(ProvinceCode peer, IReadOnlyList<SignedHandOver> batch, CancellationToken cancellation)
    {
        try
        {
            return Instead is { } instead
                ? await instead(peer, batch, other => transport.SendAsync(peer, other, cancellation))
                : await transport.SendAsync(peer, batch, cancellation);
        }
        finally
        {
            pulse.Beat();
        }
    }

    public Task<string> AskAsync(ProvinceCode peer, string question, CancellationToken cancellation) => transport.AskAsync(peer, question, cancellation);
}
