using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>补正告知: one notice of everything missing, with its time (行政许可法 art. 32(4)).</summary>
public sealed class RequestSupplement(CaseStore cases, CaseLimits limits, CaseTime time, IClock clock)
{
    [Function(nameof(RequestSupplement))]
    public async Task<Notified> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        await limits.SettleAsync(reference.Number, cancellation); // after five days of silence it is too late for a notice
        var taken = await cases.TakeAsync(reference.Number, Request, cancellation);
        if (taken.Case.Acceptance is not null)
        {
            return new Notified(0, default, taken.Publications) { TooLate = true };
        }

        var notice = taken.Case.Supplements[^1];
        return new Notified(notice.Round, new Deadline(notice.DueOn, false).End.ToDateTimeUtc(), taken.Publications) { WakesLimits = taken.WakesLimits };

        CaseStep? Request(Case subject)
        {
            if (subject.Acceptance is not null)
            {
                return null;
            }

            if (subject.OpenSupplement is { } open)
            {
                return new SupplementRequested(clock.GetCurrentInstant(), CaseActors.System, open); // already told: what is left is to publish
            }

            var now = clock.GetCurrentInstant();
            var today = ChinaTime.DateOf(now);
            var rules = time.RulesOf(subject);
            var due = rules.OfLead.DeadlineOf(today, rules.Item.Limits.Supplement);
            var supplement = new Supplement(subject.Supplements.Count + 1, today, due.Date, subject.Deficiencies, rules.Item.Lead.Key);
            return new SupplementRequested(now, CaseActors.System, supplement);
        }
    }
}
