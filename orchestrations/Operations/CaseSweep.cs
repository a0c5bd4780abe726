using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Ports;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrossRegion.Orchestrations.Operations;

/// <summary>
/// Finds what slipped through: events whose message was lost, limits that no timer looked after, and orchestrations that failed without
/// telling their case.
/// </summary>
public sealed partial class CaseSweep(
    IDocumentStore documents, CaseStore cases, CaseInbox inbox, CaseLimits limits, LimitWatch watch, IClock clock, ILogger<CaseSweep> logger)
{
    /// <summary>An event that nobody has taken up for this long has lost its message.</summary>
    public static Duration Patience { get; } = Duration.FromSeconds(30);

    private const int MostMessages = 1000;
    private const int DuePage = 200;

    /// <summary>The rest waits for the next sweep, a minute later.</summary>
    private const int MostDue = 10_000;

    /// <summary>Messages to put on the queue again.</summary>
    public Task<IReadOnlyList<InboxMessage>> LostMessagesAsync(CancellationToken cancellation) =>
        inbox.WaitingAsync(clock.GetCurrentInstant() - Patience, MostMessages, cancellation);

    /// <summary>
    /// Settles every case in which something is due by now, the longest due first. What it costs grows with what is due, not with what is
    /// open. A case that cannot be settled is told in the log and holds up no other.
    /// </summary>
    /// <returns>How many were due.</returns>
    public async Task<int> SettleDueAsync(DurableTaskClient client, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var due = 0;
        string? continuation = null;
        do
        {
            var query = new IndexQuery(
                DocumentIndex.DueCases, CaseDocuments.All, DuePage, Continuation: continuation, SortBefore: CaseDocuments.Sort(now + Duration.FromMilliseconds(1)));
            var page = await documents.QueryAsync(query, cancellation);
            await Parallel.ForEachAsync(page.Documents, cancellation, async (document, token) => await SettleAsync(document, client, token));
            due += page.Documents.Count;
            continuation = page.Continuation;
        }
        while (continuation is not null && due < MostDue);
        return due;
    }

    private async Task SettleAsync(StoredDocument document, DurableTaskClient client, CancellationToken cancellation)
    {
        var number = ApplicationNumber.Parse(document.Key.Partition);
        try
        {
            var settled = await limits.SettleAsync(number, cancellation);
            if (settled.Publications.Count > 0)
            {
                await watch.WakeAsync(number, client, cancellation);
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            LogNotSettled(failure, number);
        }
    }

    [LoggerMessage(2111, LogLevel.Error, "The limits of {Number} could not be settled; the next sweep tries again")]
    private partial void LogNotSettled(Exception failure, ApplicationNumber number);

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
