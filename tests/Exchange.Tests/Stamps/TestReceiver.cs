using System.Collections.Concurrent;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Exchange.Tests.Stamps;

/// <summary>Makes a document of each hand-over, in the same batch as its custody; may be told to do otherwise.</summary>
internal sealed class TestReceiver(HandOverKind kind) : IHandOverReceiver
{
    /// <summary>What was asked, taken or not.</summary>
    public ConcurrentQueue<HandOver> Asked { get; } = [];

    /// <summary>Answers instead; null: as usual.</summary>
    public Func<HandOver, Reception?>? Instead { get; set; }

    /// <summary>How long the work on one takes.</summary>
    public TimeSpan Work { get; set; }

    public HandOverKind Kind => kind;

    public async Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation)
    {
        Asked.Enqueue(handOver);
        var (route, sequence) = (handOver.Envelope.Route, handOver.Envelope.Sequence);
        await Task.Delay(Work, cancellation);
        return Instead?.Invoke(handOver) ?? new Reception.Take([new DocumentWrite.Create($"work:{route}:{sequence:D4}", handOver.Body, [])]);
    }
}
