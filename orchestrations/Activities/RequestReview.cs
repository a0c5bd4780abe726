using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>审查: asks a department; its share of the limit runs from here.</summary>
public sealed class RequestReview(CaseStore cases, ServiceCatalogue catalogue, WorkingDayCalendar calendar, IClock clock)
{
    [Function(nameof(RequestReview))]
    public async Task<Taken> RunAsync([ActivityTrigger] ReviewReference review, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(review.Number, Request, cancellation);
        return new Taken(taken.Publications);

        CaseStep? Request(Case subject)
        {
            if (subject.Reviews.GetValueOrDefault(review.Department.Value)?.State == ReviewState.Stopped)
            {
                return null; // an earlier generation found that it need not answer
            }

            var now = clock.GetCurrentInstant();
            var department = catalogue.Get(subject.Item, subject.ItemVersion).FindDepartment(review.Department)
                ?? throw new InvalidDataException($"the item has no department {review.Department}");
            return new ReviewRequested(
                now, CaseActors.System, department.Key, calendar.DeadlineOf(ChinaTime.DateOf(now), department.Limit).Date);
        }
    }
}
