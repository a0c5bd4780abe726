using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Tests.App;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>The real transport; notes what came back with a receipt, and when.</summary>
internal sealed class WatchedTransport(IPeerTransport transport, TimeProvider time, Pulse pulse, ConcurrentQueue<Custody> handedOver) : IPeerTransport
{
    public async Task<BatchAnswer> SendAsync(ProvinceCode peer, IReadOnlyList<SignedHandOver> batch, CancellationToken cancellation)
    {
        try
        {
            var answer = await transport.SendAsync(peer, batch, cancellation);
            foreach (var (signed, _) in batch.Zip(answer.Answers ?? []).Where(each => each.Second.Receipt is not null))
            {
                handedOver.Enqueue(new Custody(EnvelopeIn(signed.Message), time.GetUtcNow()));
            }

            return answer;
        }
        finally
        {
            pulse.Beat();
        }
    }

    public Task<string> AskAsync(ProvinceCode peer, string question, CancellationToken cancellation) => transport.AskAsync(peer, question, cancellation);

    private static Envelope EnvelopeIn(string message) =>
        ExchangeJson.Read<Envelope>(Encoding.UTF8.GetString(Base64Url.DecodeFromChars(message.Split('.')[1])));
}
