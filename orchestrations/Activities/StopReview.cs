using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using Microsoft.Azure.Functions.Worker;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>A department need not answer any more.</summary>
public sealed class StopReview(CaseStore cases, IClock clock)
{
    [Function(nameof(StopReview))]
    public async Task<ReviewAnswer> RunAsync([ActivityTrigger] ReviewReference review, CancellationToken cancellation)
    {
        var taken = await cases.TakeAsync(
            review.Number,
            subject => subject.Reviews[review.Department.Value].State is ReviewState.Waiting or ReviewState.Requested
                ? new ReviewStopped(clock.GetCurrentInstant(), CaseActors.System, review.Department)
                : null,
            cancellation);
        return new ReviewAnswer(taken.Case.Reviews[review.Department.Value].State);
    }
}
