using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Notices;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>决定: granted when every department approved; else refused, with reasons and remedies (行政许可法 art. 38).</summary>
public sealed class DecideApplication(CaseStore cases, IClock clock)
{
    [Function(nameof(DecideApplication))]
    public async Task<Settled> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        await cases.StopReviewsAsync(reference.Number, [ReviewState.Waiting], clock, cancellation);
        var taken = await cases.TakeAsync(
            reference.Number, open => new Decided(clock.GetCurrentInstant(), CaseActors.System, Decide(open)), cancellation);
        return new Settled(taken.Case.Decision!.Outcome, taken.Publications);
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
