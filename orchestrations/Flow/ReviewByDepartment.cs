using CrossRegion.Domain.Cases;
using CrossRegion.Orchestrations.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>审查 by one department: it is asked, and its decision is awaited, unless others make it pointless.</summary>
public static class ReviewByDepartment
{
    [Function(nameof(ReviewByDepartment))]
    public static async Task<ReviewState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ReviewReference review)
    {
        var steps = new CaseSteps(context, review.Number, review, review.Retry);
        var stop = context.WaitForExternalEvent<string>(Signals.Stop);
        await steps.TakeAsync(nameof(RequestReview));

        var answer = await steps.TakeAsync<ReviewAnswer>(nameof(TakeReviewDecision));
        while (!answer.Ended)
        {
            var decided = context.WaitForExternalEvent<string>(Signals.ReviewDecided);
            var activity = await Task.WhenAny(decided, stop) == stop ? nameof(StopReview) : nameof(TakeReviewDecision);
            answer = await steps.TakeAsync<ReviewAnswer>(activity);
        }

        await steps.EverybodyToldAsync();
        return answer.State;
    }
}
