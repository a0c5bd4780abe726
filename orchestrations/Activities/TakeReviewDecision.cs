using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.Azure.Functions.Worker;

namespace CrossRegion.Orchestrations.Activities;

/// <summary>审查意见: takes over a department's answer, if it is there.</summary>
public sealed class TakeReviewDecision(CaseStore cases, CaseInbox inbox)
{
    [Function(nameof(TakeReviewDecision))]
    public async Task<ReviewAnswer> RunAsync([ActivityTrigger] ReviewReference review, CancellationToken cancellation)
    {
        var entry = await inbox.FindAsync(review.Number, InboxSlot.Review(review.Department), cancellation);
        var taken = await cases.TakeAsync(
            review.Number,
            subject => entry?.Event is Events.ReviewDecided decided && subject.Reviews[review.Department.Value].State == ReviewState.Requested
                ? new ReviewDecided(
                    entry.ReceivedAt, // the day it came in is the day that counts, whenever it is taken over
                    review.Department.Value,
                    review.Department,
                    decided.Data.Outcome,
                    decided.Data.Opinion,
                    decided.Data.Reasons)
                : null,
            cancellation);
        return new ReviewAnswer(taken.Case.Reviews[review.Department.Value].State);
    }
}
