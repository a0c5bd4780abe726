using CrossRegion.Orchestrations.Activities;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace CrossRegion.Orchestrations.Flow;

/// <summary>Tells this stamp's subscribers of a step that another stamp has taken, until every one has acknowledged.</summary>
public static class TellSubscribers
{
    /// <summary>After a retry plan has come to its end.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    [Function(nameof(TellSubscribers))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, TellReference reference)
    {
        try
        {
            await Task.WhenAll(reference.Publications.Select(key => context.CallActivityAsync(
                nameof(PublishEvent), new PublicationReference(reference.Number, key), reference.Retry.Options())));
        }
        catch (TaskFailedException)
        {
            await context.CreateTimer(Pause, CancellationToken.None);
            context.ContinueAsNew(reference);
        }
    }
}
