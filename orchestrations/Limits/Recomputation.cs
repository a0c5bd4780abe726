using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Flow;
using CrossRegion.Orchestrations.Ports;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using NodaTime;

namespace CrossRegion.Orchestrations.Limits;

/// <summary>
/// 期限重算: counts every open case's limits again when the calendar has changed, and notes in the store by which calendar they were
/// counted, so that a change that came with a new release, or in another instance of the program, is found too.
/// </summary>
public sealed class Recomputation(IDocumentStore documents, CaseStore cases, CaseTime time, CurrentCalendar calendar, RetryPlan retry, IClock clock)
{
    private const int PageSize = 100;

    private static readonly DocumentKey Counted = new("calendars", "counted");

    /// <summary>Starts it, unless the limits are counted by the calendar of now already, or are being so.</summary>
    /// <param name="reason">What changed, for the applicants.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task StartAsync(string reason, DurableTaskClient client, CancellationToken cancellation)
    {
        var fingerprint = calendar.Fingerprint();
        var counted = await documents.ReadAsync(Counted, cancellation);
        if (counted is not null && CaseJson.Read<CountedBy>(counted.Body).Calendar == fingerprint)
        {
            return;
        }

        var instanceId = $"recompute-limits.{fingerprint}";
        if (await client.GetInstanceAsync(instanceId, cancellation) is not { IsCompleted: false })
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                nameof(RecomputeLimits),
                new RecomputeReference(fingerprint, reason, null, retry),
                new StartOrchestrationOptions(instanceId),
                cancellation);
        }
    }

    /// <summary>Counts one page of the open cases again.</summary>
    public async Task<RecomputedPage> RecomputeAsync(RecomputeReference reference, CancellationToken cancellation)
    {
        var page = await documents.QueryAsync(
            new IndexQuery(DocumentIndex.OpenCases, CaseDocuments.All, PageSize, Continuation: reference.Continuation), cancellation);
        List<ApplicationNumber> changed = [];
        foreach (var document in page.Documents)
        {
            var number = ApplicationNumber.Parse(document.Key.Partition);
            if (await RecomputeAsync(number, reference, cancellation))
            {
                changed.Add(number);
            }
        }

        if (page.Continuation is null)
        {
            await NoteAsync(reference.Calendar, cancellation);
        }

        return new RecomputedPage(changed, page.Continuation);
    }

    /// <summary>True when the applicant has to be told another last day.</summary>
    private async Task<bool> RecomputeAsync(ApplicationNumber number, RecomputeReference reference, CancellationToken cancellation)
    {
        var now = clock.GetCurrentInstant();
        var isTold = false;
        await cases.TakeAsync(
            number,
            subject =>
            {
                var step = new LimitsRecomputed(now, CaseActors.System, reference.Calendar, reference.Reason);
                isTold = subject.Has(step.Key) || !subject.After(step, time.RulesOf(subject)).Told.SequenceEqual(subject.Told);
                return isTold ? step : null;
            },
            cancellation);
        if (!isTold)
        {
            await cases.RefreshIndexesAsync(number, now, cancellation);
        }

        return isTold;
    }

    private async Task NoteAsync(string fingerprint, CancellationToken cancellation)
    {
        var body = CaseJson.Write(new CountedBy(fingerprint));
        var counted = await documents.ReadAsync(Counted, cancellation);
        DocumentWrite write = counted is null ? new DocumentWrite.Create(Counted.Id, body, []) : new DocumentWrite.Replace(Counted.Id, body, [], counted.ETag);
        await documents.CommitAsync(Counted.Partition, [write], cancellation); // a conflict: somebody else notes one, and the next sweep looks again
    }

    private sealed record CountedBy(string Calendar);
}
