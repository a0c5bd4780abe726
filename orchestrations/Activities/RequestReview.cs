using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Limits;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>审查: asks a department; its share of the limit runs from here.</summary>
public sealed class RequestReview(CaseStore cases, CaseTime time, IClock clock)
{
    [Function(nameof(RequestReview))]
    public async Task<Taken> RunAsync([ActivityTrigger] ReviewReference review, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(review.Number, Request, cancellation);
        return taken.Told();

        CaseStep? Request(Case subject)
        {
            if (subject.Reviews.GetValueOrDefault(review.Department.Value)?.State == ReviewState.Stopped)
            {
                return null; // an earlier generation found that it need not answer
            }

            var now = clock.GetCurrentInstant();
            var rules = time.RulesOf(subject);
            var department = rules.Item.FindDepartment(review.Department) ?? throw new InvalidDataException($"the item has no department {review.Department}");
            var due = rules.CalendarOf(department.Key).DeadlineOf(ChinaTime.DateOf(now), department.Limit);
            return new ReviewRequested(now, CaseActors.System, department.Key, due.Date);
        }
    }
}
