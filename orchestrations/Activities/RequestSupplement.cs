using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>补正告知: one notice of everything missing, with its time (行政许可法 art. 32(4)).</summary>
public sealed class RequestSupplement(CaseStore cases, ServiceCatalogue catalogue, WorkingDayCalendar calendar, IClock clock)
{
    [Function(nameof(RequestSupplement))]
    public async Task<Notified> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(reference.Number, Request, cancellation);
        var notice = taken.Case.Supplements[^1];
        return new Notified(notice.Round, new Deadline(notice.DueOn, false).End.ToDateTimeUtc(), taken.Publications);

        CaseStep? Request(Case subject)
        {
            if (subject.OpenSupplement is { } open)
            {
                return new SupplementRequested(clock.GetCurrentInstant(), CaseActors.System, open); // already told: what is left is to publish
            }

            var now = clock.GetCurrentInstant();
            var today = ChinaTime.DateOf(now);
            var due = calendar.DeadlineOf(today, catalogue.Get(subject.Item, subject.ItemVersion).Limits.Supplement);
            return new SupplementRequested(now, CaseActors.System, new Supplement(subject.Supplements.Count + 1, today, due.Date, subject.Deficiencies));
        }
    }
}
