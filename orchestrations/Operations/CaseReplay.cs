using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>
/// Lets a failed case go on: a new generation of its orchestration continues from the case's state, and what the effect ledger says is
/// done is not done again.
/// </summary>
public sealed class CaseReplay(CaseStore cases, IClock clock)
{
    /// <summary>Records who wants it and why, and gives the message that starts the new generation.</summary>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    /// <exception cref="IllegalStepException">The case has not failed.</exception>
    public async Task<(InboxMessage Message, int Generation)> ReplayAsync(
        ApplicationNumber number, string reason, CancellationToken cancellation, string by = CaseActors.Operator)
    {
        var now = clock.GetCurrentInstant();
        var taken = await cases.TakeAsync(
            number,
            subject => new Replayed(now, by, subject.Generation + 1, reason),
            cancellation,
            (after, seal) => Task.FromResult<IReadOnlyList<DocumentWrite>>([CaseInbox.Waiting(number, seal, Entry(after, now))]));
        return (new InboxMessage(number, InboxSlot.Replay(taken.Case.Generation)), taken.Case.Generation);
    }

    private static InboxEntry Entry(Case after, Instant now) => new(InboxSlot.Replay(after.Generation), now, Event: null, TakenUp: false);
}
