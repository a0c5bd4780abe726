using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Bench.Exchange;

/// <summary>Makes one document of each hand-over, as a receiving stamp at least does.</summary>
internal sealed class BenchReceiver : IHandOverReceiver
{
    public HandOverKind Kind => HandOverKind.Application;

    public Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation) => Task.FromResult<Reception>(new Reception.Take(
        [new DocumentWrite.Create($"work:{handOver.Envelope.Route}:{handOver.Envelope.Sequence:D4}", handOver.Body, [])]));
}
