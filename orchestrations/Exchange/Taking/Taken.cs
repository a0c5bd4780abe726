using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>What became of a batch.</summary>
/// <param name="Answer">For the sender.</param>
/// <param name="Messages">For the queue.</param>
public sealed record Taken(BatchAnswer Answer, IReadOnlyList<InboxMessage> Messages)
{
    public static Taken Busy(Pause pause) => new(new BatchAnswer(Pause: pause), []);
}
