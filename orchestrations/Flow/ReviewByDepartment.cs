using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>审查 by one department that has been asked: its decision is awaited, unless others make it pointless.</summary>
public static class ReviewByDepartment
{
    [Function(nameof(ReviewByDepartment))]
    public static async Task<ReviewState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ReviewReference review)
    {
        var stop = context.WaitForExternalEvent<string>(Signals.Stop);

        var answer = await CallAsync(nameof(TakeReviewDecision));
        while (!answer.Ended)
        {
            var decided = context.WaitForExternalEvent<string>(Signals.ReviewDecided);
            var activity = await Task.WhenAny(decided, stop) == stop ? nameof(StopReview) : nameof(TakeReviewDecision);
            answer = await CallAsync(activity);
        }

        return answer.State;

        Task<ReviewAnswer> CallAsync(TaskName activity) => context.CallActivityAsync<ReviewAnswer>(activity, review, review.Retry.Options());
    }
}
