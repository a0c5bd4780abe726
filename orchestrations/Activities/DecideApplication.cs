using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Notices;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>决定: granted when every department approved; else refused, with reasons and remedies (行政许可法 art. 38).</summary>
public sealed class DecideApplication(CaseStore cases, CaseInbox inbox, IClock clock)
{
    [Function(nameof(DecideApplication))]
    public async Task<Settled> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var subject = await cases.GetAsync(reference.Number, cancellation);
        if (subject.Decision is null && await inbox.FindAsync(reference.Number, InboxSlot.Withdrawn, cancellation) is not null)
        {
            return new Settled(null, []) { Withdrawn = true };
        }

        if (subject.OpenProcedure is not null)
        {
            return new Settled(null, []);
        }

        await cases.StopReviewsAsync(reference.Number, [ReviewState.Waiting], clock, cancellation);
        var taken = await cases.TakeAsync(
            reference.Number,
            open => open.OpenProcedure is null ? new Decided(clock.GetCurrentInstant(), CaseActors.System, Decide(open)) : null,
            cancellation);
        return new Settled(taken.Case.Decision?.Outcome, taken.Publications) { WakesLimits = taken.WakesLimits };
    }

    private Decision Decide(Case subject)
    {
        var today = ChinaTime.DateOf(clock.GetCurrentInstant());
        var refusals = subject.Reviews.Values.Where(review => review.State == ReviewState.Refused).SelectMany(review => review.Reasons ?? []).ToList();
        return refusals.Count == 0
            ? new Decision(DecisionOutcome.Granted, today, [], Remedies: null)
            : new Decision(DecisionOutcome.Refused, today, refusals, Remedies.Text);
    }
}
