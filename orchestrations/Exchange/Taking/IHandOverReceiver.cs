using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>Takes hand-overs of one kind into the work of this stamp.</summary>
public interface IHandOverReceiver
{
    HandOverKind Kind { get; }

    /// <summary>
    /// What to do with it. Changes nothing itself: what it returns is committed together with the custody, or not at all. It is asked again
    /// when the batch conflicts with somebody else's, and never for what was taken before.
    /// </summary>
    Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation);
}
