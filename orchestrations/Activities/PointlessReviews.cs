using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using NodaTime;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>Reviews that a refusal or a withdrawal has made pointless.</summary>
internal static class PointlessReviews
{
    /// <summary>Stops every review that is in one of <paramref name="states"/>.</summary>
    public static async Task StopReviewsAsync(
        this CaseStore cases, ApplicationNumber number, ReviewState[] states, IClock clock, CancellationToken cancellation)
    {
        var subject = await cases.GetAsync(number, cancellation);
        foreach (var review in subject.Reviews.Values.Where(review => states.Contains(review.State)))
        {
            await cases.TakeAsync(
                number,
                now => states.Contains(now.Reviews[review.Department.Value].State)
                    ? new ReviewStopped(clock.GetCurrentInstant(), CaseActors.System, review.Department)
                    : null,
                cancellation);
        }
    }
}
