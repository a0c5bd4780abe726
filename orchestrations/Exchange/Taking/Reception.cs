using CrossRegion.Domain.Faults;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>What the receiving side does with a hand-over.</summary>
public abstract record Reception
{
    private Reception()
    {
    }

    /// <summary>Takes it.</summary>
    /// <param name="Alongside">What is written in the same batch, in the application's partition: at most 99 documents.</param>
    /// <param name="Message">For the queue once that is committed; it may be lost, so what it tells of must be found without it too.</param>
    public sealed record Take(IReadOnlyList<DocumentWrite> Alongside, InboxMessage? Message = null) : Reception;

    /// <summary>
    /// Does not take it, since it cannot be what it says it is. A decision against the applicant is no such case: it is taken, and decided.
    /// </summary>
    public sealed record Refuse(IReadOnlyList<Fault> Faults) : Reception;
}
