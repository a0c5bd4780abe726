using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;

namespace CrossRegion.Bench.Exchange;

/// <summary>Makes a key and one document of each hand-over, as a stamp at least does that receives an application.</summary>
internal sealed class BenchReceiver(CaseKeys keys) : IHandOverReceiver
{
    public HandOverKind Kind => HandOverKind.Application;

    public async Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation)
    {
        var (_, key) = await keys.NewAsync(handOver.Envelope.Number, cancellation);
        return new Reception.Take([key, new DocumentWrite.Create($"work:{handOver.Envelope.Route}:{handOver.Envelope.Sequence:D4}", handOver.Body, [])]);
    }
}
