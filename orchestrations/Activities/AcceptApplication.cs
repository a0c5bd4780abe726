using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>受理, with a dated receipt (行政许可法 art. 32); the limits run from here (art. 42).</summary>
public sealed class AcceptApplication(CaseStore cases, ServiceCatalogue catalogue, WorkingDayCalendar calendar, IClock clock)
{
    [Function(nameof(AcceptApplication))]
    public async Task<AcceptedPlan> RunAsync([ActivityTrigger] CaseReference reference, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(reference.Number, Accept, cancellation);
        var item = catalogue.Get(taken.Case.Item, taken.Case.ItemVersion);
        return new AcceptedPlan([.. item.Departments.Select(department => new PlannedReview(department.Key, department.DependsOn))], taken.Publications);

        CaseStep Accept(Case subject)
        {
            var now = clock.GetCurrentInstant();
            var today = ChinaTime.DateOf(now);
            var item = catalogue.Get(subject.Item, subject.ItemVersion);
            var promised = calendar.DeadlineOf(today, item.Limits.Promised);
            var statutory = calendar.DeadlineOf(today, item.Limits.Statutory);
            var acceptance = new Acceptance(
                today, $"SL-{subject.Number}", promised.Date, statutory.Date, statutory.IsProvisional, promised.IsProvisional);
            return new Accepted(now, CaseActors.System, acceptance, [.. item.Departments.Select(department => department.Key)]);
        }
    }
}
