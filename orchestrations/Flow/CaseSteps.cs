using CrossRegion.Orchestrations.Activities;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>
/// Takes steps and lets the world know of each without waiting for it: a subscriber that is down delays nobody's case, only the end of
/// the orchestration.
/// </summary>
internal sealed class CaseSteps(TaskOrchestrationContext context, CaseReference reference, RetryPlan retry)
{
    private readonly Dictionary<string, Task> _publications = [];

    /// <summary>Runs the activity that takes a step, on the case or on what else it is given, and begins to tell of the step.</summary>
    public async Task<T> TakeAsync<T>(TaskName activity, object? input = null) where T : Taken
    {
        var taken = await context.CallActivityAsync<T>(activity, input ?? reference, retry.Options());
        Publish(taken.Publications);
        if (taken.WakesLimits)
        {
            context.SendEvent(CaseReference.WatchInstanceId(reference.Number), Signals.LimitsChanged, string.Empty);
        }

        return taken;
    }

    public Task<Taken> TakeAsync(TaskName activity, object? input = null) => TakeAsync<Taken>(activity, input);

    /// <summary>Begins to tell subscribers, each by its own effect, unless that has begun already.</summary>
    public void Publish(IEnumerable<string> publications)
    {
        foreach (var key in publications.Where(key => !_publications.ContainsKey(key)))
        {
            _publications[key] = context.CallActivityAsync(
                nameof(PublishEvent), new PublicationReference(reference.Number, key), retry.Options());
        }
    }

    /// <summary>Ends when everybody has been told.</summary>
    public Task EverybodyToldAsync() => Task.WhenAll(_publications.Values);
}
