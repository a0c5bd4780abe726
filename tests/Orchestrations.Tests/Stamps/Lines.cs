using System.Collections.Concurrent;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>The lines between stamps, each of which a test may cut in one direction.</summary>
internal sealed class Lines(Pulse pulse)
{
    private readonly ConcurrentDictionary<(string From, string To), bool> _cut = [];

    public void Cut(string from, string to) => _cut[(from, to)] = true;

    public void Mend(string from, string to) => _cut.TryRemove((from, to), out _);

    /// <summary>The transport of one stamp over these lines.</summary>
    public IPeerTransport Of(string from, IPeerTransport transport) => new Line(this, from, transport);

    private sealed class Line(Lines lines, string from, IPeerTransport transport) : IPeerTransport
    {
        public async Task<BatchAnswer> SendAsync(ProvinceCode peer, IReadOnlyList<SignedHandOver> batch, CancellationToken cancellation)
        {
            try
            {
                return await (lines._cut.ContainsKey((from, peer.Value))
                    ? throw new HttpRequestException($"the line from {from} to {peer} is cut")
                    : transport.SendAsync(peer, batch, cancellation));
            }
            finally
            {
                lines.Beat();
            }
        }

        public Task<string> AskAsync(ProvinceCode peer, string question, CancellationToken cancellation) => transport.AskAsync(peer, question, cancellation);
    }

    private void Beat() => pulse.Beat();
}
