using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>Finds what slipped through: events whose message was lost, and orchestrations that failed without telling their case.</summary>
public sealed class CaseSweep(CaseStore cases, CaseInbox inbox, IClock clock)
{
    /// <summary>An event that nobody has taken up for this long has lost its message.</summary>
    public static Duration Patience { get; } = Duration.FromSeconds(30);

    private const int MostMessages = 1000;

    /// <summary>Messages to put on the queue again.</summary>
    public Task<IReadOnlyList<InboxMessage>> LostMessagesAsync(CancellationToken cancellation) =>
        inbox.WaitingAsync(clock.GetCurrentInstant() - Patience, MostMessages, cancellation);

    /// <summary>Records the failure of orchestrations that ended without a word.</summary>
    public async Task RecordSilentFailuresAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var query = new OrchestrationQuery(
            Statuses: [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated],
            FetchInputsAndOutputs: true);
        await foreach (var instance in client.GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (instance.Name == nameof(HandleApplication) && instance.ReadInputAs<CaseReference>() is { } reference)
            {
                await RecordAsync(reference, instance, cancellation);
            }
        }
    }

    private Task RecordAsync(CaseReference reference, OrchestrationMetadata instance, CancellationToken cancellation) => cases.TakeAsync(
        reference.Number,
        subject => subject.Generation == reference.Generation && subject.Failure is null
            ? new HandlingFailed(
                clock.GetCurrentInstant(),
                CaseActors.System,
                reference.Generation,
                nameof(HandleApplication),
                instance.FailureDetails?.ErrorMessage ?? instance.RuntimeStatus.ToString())
            : null,
        cancellation);
}
