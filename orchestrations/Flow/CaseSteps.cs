using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Activities;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// Takes steps and lets the world know of each without waiting for it: a subscriber that is down delays nobody's case, only the end of
/// the orchestration.
/// </summary>
internal sealed class CaseSteps(TaskOrchestrationContext context, ApplicationNumber number, object input, RetryPlan retry)
{
    private readonly List<Task> _publications = [];

    /// <summary>Runs the activity that takes a step, on the reference it was made with, and begins to tell of the step.</summary>
    public async Task<T> TakeAsync<T>(TaskName activity) where T : Taken
    {
        var taken = await context.CallActivityAsync<T>(activity, input, retry.Options());
        Publish(taken.Publications);
        return taken;
    }

    public Task<Taken> TakeAsync(TaskName activity) => TakeAsync<Taken>(activity);

    /// <summary>Begins to tell subscribers, each by its own effect.</summary>
    public void Publish(IEnumerable<string> publications) => _publications.AddRange(
        publications.Select(key => context.CallActivityAsync(nameof(PublishEvent), new PublicationReference(number, key), retry.Options())));

    /// <summary>Ends when everybody has been told.</summary>
    public Task EverybodyToldAsync() => Task.WhenAll(_publications);
}
