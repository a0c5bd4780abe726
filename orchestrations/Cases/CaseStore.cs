using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Notices;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;

namespace CrossRegion.Orchestrations.Cases;

/// <summary>
/// The truth about cases. A step, the case after it, the event that tells of it and the effects it plans are one atomic batch, so a
/// crash leaves all of them or none; a step that was taken already changes nothing and says again what is left to do for it.
/// </summary>
public sealed class CaseStore(IDocumentStore documents, CaseKeys keys, ApplicantIndex applicants, Announcer announcer)
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
        var (seal, key) = await keys.NewAsync(number, cancellation);
        var begun = Case.Begin(number, applied);
        var received = new Received(applied.At, CaseActors.System);
        var after = begun.After(received);
        List<DocumentWrite> batch =
        [
            key,
            new DocumentWrite.Create(CaseDocuments.CaseId, seal.Write(CaseDocuments.CaseId, after), Indexes(after)),
            Entry(seal, 1, applied),
            .. Recorded(seal, after, received),
            inbox(seal),
        ];
        var begins = (await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed;
        if (begins)
        {
            keys.Remember(number, seal);
        }

        return begins;
    }

    /// <summary>
    /// Takes the step that <paramref name="next"/> names from the case as it is; null leaves it alone. So does a step that the machine
    /// still wants of an erased case; a person who asks for one is told why not.
    /// </summary>
    /// <param name="number">Which case.</param>
    /// <param name="next">Pure: it is asked again when somebody else changed the case meanwhile.</param>
    /// <param name="cancellation">Gives up between attempts.</param>
    /// <param name="alongside">More documents to write in the same batch, from the case after the step.</param>
    /// <exception cref="IllegalStepException">The law knows no such step where the case stands.</exception>
    public async Task<StepTaken> TakeAsync(
        ApplicationNumber number,
        Func<Case, CaseStep?> next,
        CancellationToken cancellation,
        Func<Case, CaseSeal, IEnumerable<DocumentWrite>>? alongside = null)
    {
        while (true)
        {
            var seal = await keys.OfAsync(number, cancellation);
            var document = await documents.ReadAsync(CaseDocuments.Case(number), cancellation) ?? throw NotFound(number);
            var before = seal.Read<Case>(document);
            var step = next(before);
            if (step is null || (before.ErasedAt is not null && step.By != CaseActors.Operator))
            {
                return new StepTaken(before, []);
            }

            if (before.Steps.TryGetValue(step.Key, out var sequence))
            {
                return new StepTaken(before, await OpenPublicationsAsync(number, sequence, cancellation));
            }

            var after = before.After(step);
            List<DocumentWrite> batch =
            [
                new DocumentWrite.Replace(CaseDocuments.CaseId, seal.Write(CaseDocuments.CaseId, after), Indexes(after), document.ETag),
                .. Recorded(seal, after, step),
                .. alongside?.Invoke(after, seal) ?? [],
            ];
            if ((await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed)
            {
                return new StepTaken(after, PublicationKeys(after, step));
            }
        }
    }

    /// <summary>
    /// Takes the step <see cref="Erased"/> once, and in the same batch deletes the key and leaves the case without what is personal in it
    /// and without the entry that finds it by its applicant. Needs no master key.
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

            var after = before.After(step);
            List<DocumentWrite> batch =
            [
                new DocumentWrite.Replace(CaseDocuments.CaseId, CaseSeal.Closed.Write(CaseDocuments.CaseId, after), Indexes(after), document.ETag),
                .. Recorded(CaseSeal.Closed, after, step),
            ];
            if (await documents.ReadAsync(CaseDocuments.Key(number), cancellation) is { } key)
            {
                batch.Add(new DocumentWrite.Delete(CaseDocuments.KeyId, key.ETag));
            }

            if ((await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed)
            {
                keys.Forget(number);
                return after;
            }
        }
    }

    /// <summary>Every publication of the case that is not completed: what a new generation has to see to.</summary>
    public async Task<IReadOnlyList<string>> OpenPublicationsAsync(ApplicationNumber number, CancellationToken cancellation) =>
        await OpenEffectsAsync(number, "publish:", cancellation);

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

    /// <summary>Everything that the case is found by.</summary>
    public IReadOnlyList<IndexEntry> Indexes(Case subject) => [.. CaseDocuments.Indexes(subject), .. applicants.EntriesOf(subject)];

    private IEnumerable<DocumentWrite> Recorded(CaseSeal seal, Case after, CaseStep step)
    {
        var sequence = after.Steps[step.Key];
        yield return Entry(seal, sequence, step);
        if (announcer.Announce(after, step) is not { } announcement)
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

    private IReadOnlyList<string> PublicationKeys(Case after, CaseStep step) =>
        announcer.Announce(after, step) is { } announcement
            ? [.. announcement.Subscribers.Select(subscriber => CaseDocuments.PublicationKey(after.Steps[step.Key], subscriber))]
            : [];

    private static DocumentWrite.Create Entry(CaseSeal seal, int sequence, CaseStep step)
    {
        var id = CaseDocuments.Timeline(sequence);
        return new(id, seal.Write(id, new TimelineEntry(sequence, step)), []);
    }

    private static KeyNotFoundException NotFound(ApplicationNumber number) => new($"there is no case {number}");
}
