using CrossRegion.Functions.Problems;

namespace CrossRegion.Functions.Intake;

/// <summary>What was taken, and what was wrong; with a problem, usually nothing was taken.</summary>
public sealed record IntakeOutcome(IReadOnlyList<TakenEvent> Taken, Problem? Problem)
{
    /// <summary>For the queue: where each orchestration has to look.</summary>
    public IReadOnlyList<string> Messages => [.. Taken.Select(taken => taken.Receipt.Message).OfType<Orchestrations.Inbox.InboxMessage>().Select(QueueText.Write)];
}
