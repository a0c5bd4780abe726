using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Problems;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Functions.Intake;

/// <summary>Takes events that are right in themselves into their cases' inboxes: all of a request, or none.</summary>
public sealed class EventIntake(CaseInbox inbox)
{
    /// <summary>The receipts in the order of the events, or the problem with it.</summary>
    public async Task<IntakeOutcome> TakeAsync(IReadOnlyList<IncomingEvent> events, CancellationToken cancellation)
    {
        List<(int Index, Receipt Receipt)> refused = [];
        for (var i = 0; i < events.Count; i++)
        {
            if (await inbox.CheckAsync(events[i], cancellation) is { Faults.Count: > 0 } receipt)
            {
                refused.Add((i, receipt));
            }
        }

        List<TakenEvent> taken = [];
        for (var i = 0; i < events.Count && refused.Count == 0; i++)
        {
            var receipt = await inbox.ReceiveAsync(events[i], cancellation);
            if (receipt.Faults.Count > 0)
            {
                refused.Add((i, receipt)); // another request came between: what was taken before stays taken, and its repetition is a duplicate
                break;
            }

            taken.Add(new TakenEvent(events[i], receipt));
        }

        return new IntakeOutcome(taken, refused.Count == 0 ? null : Refusal(refused, events.Count));
    }

    private static Problem Refusal(List<(int Index, Receipt Receipt)> refused, int count)
    {
        var kind = refused.Any(pair => pair.Receipt.Kind == ReceiptKind.Unknown) ? ProblemKind.UnknownApplication : ProblemKind.Conflict;
        return new Problem(kind, [.. refused.SelectMany(pair => pair.Receipt.Faults.Select(fault => At(pair.Index, fault)))]);

        Fault At(int index, Fault fault) => count == 1 ? fault : fault.At($"[{index}].");
    }
}
