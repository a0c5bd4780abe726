using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Notices;
using CrossRegion.Orchestrations.Ports;
using NodaTime;


namespace CrossRegion.Orchestrations.Cases;

/// <summary>
/// The truth about cases. A step, the case after it, the event that tells of it and the effects it plans are one atomic batch, so a
/// crash leaves all of them or none; a step that was taken already changes nothing and says again what is left to do for it.
/// </summary>
public sealed class CaseStore(IDocumentStore documents, Announcer announcer, CaseTime time)
{
    /// <summary>The case, or null.</summary>
    public async Task<Case?> FindAsync(ApplicationNumber number, CancellationToken cancellation) =>
        await documents.ReadAsync(CaseDocuments.Case(number), cancellation) is { } document ? CaseJson.Read<Case>(document.Body) : null;

    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    public async Task<Case> GetAsync(ApplicationNumber number, CancellationToken cancellation) =>
        await FindAsync(number, cancellation) ?? throw NotFound(number);

    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        var entries = await documents.ListAsync(CaseDocuments.Partition(number), CaseDocuments.TimelinePrefix, cancellation);
        return [.. entries.Select(document => CaseJson.Read<TimelineEntry>(document.Body))];
    }

    /// <summary>申请 and 收件 in one: the case begins, together with the documents that came with it. False when it exists already.</summary>
    public async Task<bool> BeginAsync(ApplicationNumber number, Applied applied, DocumentWrite inbox, CancellationToken cancellation)
    {
        var begun = Case.Begin(number, applied);
        var received = new Received(applied.At, CaseActors.System);
        var after = begun.After(received, time.RulesOf(begun));
        List<DocumentWrite> batch =
        [
            new DocumentWrite.Create(CaseDocuments.CaseId, CaseJson.Write(after), Indexes(after, applied.At)),
            Entry(1, applied),
            .. Recorded(after, received),
            inbox,
        ];
        return (await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed;
    }

    /// <summary>Takes the step that <paramref name="next"/> names from the case as it is; null leaves it alone.</summary>
    /// <param name="number">Which case.</param>
    /// <param name="next">Pure: it is asked again when somebody else changed the case meanwhile.</param>
    /// <param name="cancellation">Gives up between attempts.</param>
    /// <param name="alongside">More documents to write in the same batch, from the case after the step; asked for again with <paramref name="next"/>.</param>
    /// <exception cref="IllegalStepException">The law knows no such step where the case stands.</exception>
    public async Task<StepTaken> TakeAsync(
        ApplicationNumber number,
        Func<Case, CaseStep?> next,
        CancellationToken cancellation,
        Func<Case, Task<IReadOnlyList<DocumentWrite>>>? alongside = null)
    {
        while (true)
        {
            var document = await documents.ReadAsync(CaseDocuments.Case(number), cancellation) ?? throw NotFound(number);
            var before = CaseJson.Read<Case>(document.Body);
            var step = next(before);
            if (step is null)
            {
                return new StepTaken(before, [], before.IsClosed);
            }

            if (before.Steps.TryGetValue(step.Key, out var sequence))
            {
                return new StepTaken(before, await OpenPublicationsAsync(number, sequence, cancellation), before.IsClosed);
            }

            var after = before.After(step, time.RulesOf(before));
            List<DocumentWrite> batch =
            [
                new DocumentWrite.Replace(CaseDocuments.CaseId, CaseJson.Write(after), Indexes(after, step.At), document.ETag),
                .. Recorded(after, step),
                .. alongside is null ? [] : await alongside(after),
            ];
            if ((await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed)
            {
                return new StepTaken(after, PublicationKeys(after, step), after.IsClosed || IsDueEarlier(before, after, step.At));
            }
        }
    }

    /// <summary>Every publication of the case that is not completed: what a new generation has to see to.</summary>
    public async Task<IReadOnlyList<string>> OpenPublicationsAsync(ApplicationNumber number, CancellationToken cancellation) =>
        await OpenEffectsAsync(number, "publish:", cancellation);

    /// <summary>Publications of some of the case's steps, by their keys, that are not completed.</summary>
    public async Task<IReadOnlyList<string>> OpenPublicationsAsync(Case subject, Func<string, bool> ofStep, CancellationToken cancellation)
    {
        var sequences = subject.Steps.Where(step => ofStep(step.Key)).Select(step => step.Value).ToHashSet();
        var open = await OpenPublicationsAsync(subject.Number, cancellation);
        return [.. open.Where(key => sequences.Contains(CaseDocuments.ParsePublicationKey(key).Sequence))];
    }

    /// <summary>Writes the case's index entries anew, by the calendar of now; for one that changed meanwhile its own step has done that.</summary>
    public async Task RefreshIndexesAsync(ApplicationNumber number, Instant now, CancellationToken cancellation)
    {
        var document = await documents.ReadAsync(CaseDocuments.Case(number), cancellation) ?? throw NotFound(number);
        var subject = CaseJson.Read<Case>(document.Body);
        var write = new DocumentWrite.Replace(CaseDocuments.CaseId, document.Body, Indexes(subject, now), document.ETag);
        await documents.CommitAsync(CaseDocuments.Partition(number), [write], cancellation);
    }

    private IReadOnlyList<IndexEntry> Indexes(Case subject, Instant now) => CaseDocuments.Indexes(subject, time.NextAt(subject, now));

    private bool IsDueEarlier(Case before, Case after, Instant now) =>
        time.NextAt(after, now) is { } next && !(time.NextAt(before, now) <= next);

    private async Task<IReadOnlyList<string>> OpenPublicationsAsync(ApplicationNumber number, int sequence, CancellationToken cancellation) =>
        await OpenEffectsAsync(number, CaseDocuments.PublicationKey(sequence, string.Empty), cancellation);

    private async Task<IReadOnlyList<string>> OpenEffectsAsync(ApplicationNumber number, string prefix, CancellationToken cancellation)
    {
        var effects = await documents.ListAsync(CaseDocuments.Partition(number), CaseDocuments.Effect(prefix), cancellation);
        return [.. effects
            .Select(document => CaseJson.Read<EffectEntry>(document.Body))
            .Where(entry => entry.State != EffectState.Completed)
            .Select(entry => entry.Key)];
    }

    private IEnumerable<DocumentWrite> Recorded(Case after, CaseStep step)
    {
        var sequence = after.Steps[step.Key];
        yield return Entry(sequence, step);
        if (announcer.Announce(after, step) is not { } announcement)
        {
            yield break;
        }

        yield return new DocumentWrite.Create(CaseDocuments.Outgoing(sequence), CaseJson.Write(announcement.Event), []);
        foreach (var subscriber in announcement.Subscribers)
        {
            var key = CaseDocuments.PublicationKey(sequence, subscriber);
            yield return new DocumentWrite.Create(CaseDocuments.Effect(key), CaseJson.Write(EffectEntry.Planned(key, step.At)), []);
        }
    }

    private IReadOnlyList<string> PublicationKeys(Case after, CaseStep step) =>
        announcer.Announce(after, step) is { } announcement
            ? [.. announcement.Subscribers.Select(subscriber => CaseDocuments.PublicationKey(after.Steps[step.Key], subscriber))]
            : [];

    private static DocumentWrite.Create Entry(int sequence, CaseStep step) =>
        new(CaseDocuments.Timeline(sequence), CaseJson.Write(new TimelineEntry(sequence, step)), []);

    private static KeyNotFoundException NotFound(ApplicationNumber number) => new($"there is no case {number}");
}
