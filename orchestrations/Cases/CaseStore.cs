using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Notices;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Stamps;
using NodaTime;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>
/// The truth about cases. A step, the case after it, the event that tells of it and the effects it plans are one atomic batch, so a
/// crash leaves all of them or none; a step that was taken already changes nothing and says again what is left to do for it.
/// </summary>
public sealed class CaseStore(IDocumentStore documents, CaseKeys keys, ApplicantIndex applicants, Announcer announcer, Relay relay, CaseTime time)
{
    /// <summary>The case, or null.</summary>
    public async Task<Case?> FindAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        // The key first: if the person is erased meanwhile, the case that is read then says so.
        var seal = await keys.OfAsync(number, cancellation);
        return await documents.ReadAsync(CaseDocuments.Case(number), cancellation) is { } document ? seal.Read<Case>(document) : null;
    }

    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    public async Task<Case> GetAsync(ApplicationNumber number, CancellationToken cancellation) =>
        await FindAsync(number, cancellation) ?? throw NotFound(number);

    /// <summary>The steps, in order, without what is personal in them: no view of a timeline shows it.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> TimelineAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        var entries = await documents.ListAsync(CaseDocuments.Partition(number), CaseDocuments.TimelinePrefix, cancellation);
        return [.. entries.Select(document => CaseSeal.Closed.Read<TimelineEntry>(document))];
    }

    /// <summary>申请 and 收件 in one: the case begins with its key and the document of what came in. False when it exists already.</summary>
    public async Task<bool> BeginAsync(
        ApplicationNumber number, Applied applied, Func<CaseSeal, DocumentWrite> inbox, CancellationToken cancellation)
    {
        var (batch, seal) = await BeginWritesAsync(number, applied, collected: null, inbox, cancellation);
        var begins = (await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed;
        if (begins)
        {
            keys.Remember(number, seal);
        }

        return begins;
    }

    /// <summary>What begins a case, for whoever commits it together with something else.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="applied">The application.</param>
    /// <param name="collected">Who received it for this stamp; null when this one did.</param>
    /// <param name="inbox">The document of what came in.</param>
    /// <param name="cancellation">Nothing is written here.</param>
    public async Task<(IReadOnlyList<DocumentWrite> Batch, CaseSeal Seal)> BeginWritesAsync(
        ApplicationNumber number, Applied applied, Collection? collected, Func<CaseSeal, DocumentWrite> inbox, CancellationToken cancellation)
    {
        var (seal, key) = await keys.NewAsync(number, cancellation);
        var begun = Case.Begin(number, applied);
        var received = new Received(applied.At, CaseActors.System, collected);
        var after = begun.After(received, time.RulesOf(begun));
        var announcement = announcer.Announce(after, received);
        return (
        [
            key,
            new DocumentWrite.Create(CaseDocuments.CaseId, seal.Write(CaseDocuments.CaseId, after), Indexes(after, applied.At)),
            Entry(seal, 1, applied),
            .. Recorded(seal, after, received, announcement),
            .. await relay.HandOverAsync(begun, after, received, announcement?.Event, cancellation),
            inbox(seal),
        ],
            seal);
    }

    /// <summary>
    /// Takes the step that <paramref name="next"/> names from the case as it is; null leaves it alone. So does a step that the machine
    /// still wants of an erased case; a person who asks for one is told why not.
    /// </summary>
    /// <param name="number">Which case.</param>
    /// <param name="next">Pure: it is asked again when somebody else changed the case meanwhile.</param>
    /// <param name="cancellation">Gives up between attempts.</param>
    /// <param name="alongside">More documents to write in the same batch, from the case after the step; asked for again with <paramref name="next"/>.</param>
    /// <exception cref="IllegalStepException">The law knows no such step where the case stands.</exception>
    public async Task<StepTaken> TakeAsync(
        ApplicationNumber number,
        Func<Case, CaseStep?> next,
        CancellationToken cancellation,
        Func<Case, CaseSeal, Task<IReadOnlyList<DocumentWrite>>>? alongside = null)
    {
        while (true)
        {
            var seal = await keys.OfAsync(number, cancellation);
            var document = await documents.ReadAsync(CaseDocuments.Case(number), cancellation) ?? throw NotFound(number);
            var before = seal.Read<Case>(document);
            var step = next(before);
            if (step is null || (before.ErasedAt is not null && step.By != CaseActors.Operator))
            {
                return new StepTaken(before, [], before.IsClosed);
            }

            if (before.Steps.TryGetValue(step.Key, out var sequence))
            {
                return new StepTaken(before, await OpenPublicationsAsync(number, sequence, cancellation), before.IsClosed);
            }

            var after = before.After(step, time.RulesOf(before));
            var announcement = announcer.Announce(after, step);
            List<DocumentWrite> batch =
            [
                new DocumentWrite.Replace(CaseDocuments.CaseId, seal.Write(CaseDocuments.CaseId, after), Indexes(after, step.At), document.ETag),
                .. Recorded(seal, after, step, announcement),
                .. await relay.HandOverAsync(before, after, step, announcement?.Event, cancellation),
                .. alongside is null ? [] : await alongside(after, seal),
            ];
            if ((await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed)
            {
                return new StepTaken(after, PublicationKeys(announcement), after.IsClosed || IsDueEarlier(before, after, step.At));
            }
        }
    }

    /// <summary>
    /// Takes the step <see cref="Erased"/> once, and in the same batch deletes the key and leaves the case without what is personal in it
    /// and without the entry that finds it by its applicant; every other stamp that took part is handed the erasure. Needs no master key.
    /// </summary>
    /// <exception cref="KeyNotFoundException">There is no such case.</exception>
    /// <exception cref="IllegalStepException">The case is not closed.</exception>
    public async Task<Case> EraseAsync(ApplicationNumber number, Erased step, CancellationToken cancellation)
    {
        while (true)
        {
            var document = await documents.ReadAsync(CaseDocuments.Case(number), cancellation) ?? throw NotFound(number);
            var before = CaseSeal.Closed.Read<Case>(document);
            if (before.ErasedAt is not null)
            {
                return before;
            }

            var after = before.After(step, time.RulesOf(before));
            var timeline = await TimelineAsync(number, cancellation);
            List<DocumentWrite> batch =
            [
                new DocumentWrite.Replace(CaseDocuments.CaseId, CaseSeal.Erased.Write(CaseDocuments.CaseId, after), Indexes(after, step.At), document.ETag),
                .. Recorded(CaseSeal.Erased, after, step, announcement: null),
                .. await relay.HandErasureOverAsync(after, [.. timeline, new TimelineEntry(after.Steps[step.Key], step)], cancellation),
            ];
            if (await documents.ReadAsync(CaseDocuments.Key(number), cancellation) is { } key)
            {
                batch.Add(new DocumentWrite.Delete(CaseDocuments.KeyId, key.ETag));
            }

            if ((await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed)
            {
                return after;
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
        var subject = (await keys.OfAsync(number, cancellation)).Read<Case>(document);
        var write = new DocumentWrite.Replace(CaseDocuments.CaseId, document.Body, Indexes(subject, now), document.ETag);
        await documents.CommitAsync(CaseDocuments.Partition(number), [write], cancellation);
    }

    private bool IsDueEarlier(Case before, Case after, Instant now) =>
        time.NextAt(after, now) is { } next && !(time.NextAt(before, now) <= next);

    /// <summary>Publications of one step that are not completed.</summary>
    public async Task<IReadOnlyList<string>> OpenPublicationsAsync(ApplicationNumber number, int sequence, CancellationToken cancellation) =>
        await OpenEffectsAsync(number, CaseDocuments.PublicationKey(sequence, string.Empty), cancellation);

    private async Task<IReadOnlyList<string>> OpenEffectsAsync(ApplicationNumber number, string prefix, CancellationToken cancellation)
    {
        var effects = await documents.ListAsync(CaseDocuments.Partition(number), CaseDocuments.Effect(prefix), cancellation);
        return [.. effects
            .Select(document => CaseJson.Read<EffectEntry>(document.Body))
            .Where(entry => entry.State != EffectState.Completed)
            .Select(entry => entry.Key)];
    }

    /// <summary>Everything that the case is found by.</summary>
    public IReadOnlyList<IndexEntry> Indexes(Case subject, Instant now) =>
        [.. CaseDocuments.Indexes(subject, time.NextAt(subject, now)), .. applicants.EntriesOf(subject)];

    private static IEnumerable<DocumentWrite> Recorded(CaseSeal seal, Case after, CaseStep step, Announcement? announcement)
    {
        var sequence = after.Steps[step.Key];
        yield return Entry(seal, sequence, step);
        if (announcement is null)
        {
            yield break;
        }

        var id = CaseDocuments.Outgoing(sequence);
        yield return new DocumentWrite.Create(id, seal.Write(id, announcement.Event), []);
        foreach (var subscriber in announcement.Subscribers)
        {
            var key = CaseDocuments.PublicationKey(sequence, subscriber);
            yield return new DocumentWrite.Create(CaseDocuments.Effect(key), CaseJson.Write(EffectEntry.Planned(key, step.At)), []);
        }
    }

    private static IReadOnlyList<string> PublicationKeys(Announcement? announcement) => announcement is null
        ? []
        : [.. announcement.Subscribers.Select(subscriber => CaseDocuments.PublicationKey(announcement.Event.Sequence, subscriber))];

    private static DocumentWrite.Create Entry(CaseSeal seal, int sequence, CaseStep step)
    {
        var id = CaseDocuments.Timeline(sequence);
        return new(id, seal.Write(id, new TimelineEntry(sequence, step)), []);
    }

    private static KeyNotFoundException NotFound(ApplicationNumber number) => new($"there is no case {number}");
}
