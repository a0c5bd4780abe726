using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using NodaTime;

namespace CrossRegion.Orchestrations.Effects;

/// <summary>
/// Does outward effects once. An entry is written before the effect and completed after it, so an activity that runs twice, a replay
/// or a restart finds what was done. What a crash leaves in doubt (begun, not completed) is asked of the receiver where it can be
/// asked, and else done again under the same key, never under a new one.
/// </summary>
public sealed class EffectLedger(IDocumentStore documents, CaseKeys keys, IClock clock, Action<EffectFaultPoint>? reached = null)
{
    /// <summary>The result of the effect, done now or before.</summary>
    /// <param name="number">Whose ledger.</param>
    /// <param name="key">The effect's key.</param>
    /// <param name="find">Asks the receiver what it answered to this key before; null when it never saw it. Null where it cannot be asked.</param>
    /// <param name="perform">Does it, under the key. An exception leaves the entry begun.</param>
    /// <param name="cancellation">Leaves the entry as it is.</param>
    public async Task<T?> RunAsync<T>(
        ApplicationNumber number,
        string key,
        Func<CancellationToken, Task<T?>>? find,
        Func<CancellationToken, Task<T>> perform,
        CancellationToken cancellation) where T : class
    {
        var location = new DocumentKey(CaseDocuments.Partition(number), CaseDocuments.Effect(key));
        var seal = await keys.OfAsync(number, cancellation);
        var document = await documents.ReadAsync(location, cancellation);
        var entry = document is null ? EffectEntry.Planned(key, clock.GetCurrentInstant()) : CaseJson.Read<EffectEntry>(document.Body);
        if (entry.State == EffectState.Completed)
        {
            return Result<T>(seal, entry);
        }

        var inDoubt = entry.State == EffectState.Begun;
        reached?.Invoke(EffectFaultPoint.BeforeBegun);
        entry = entry.Begin(clock.GetCurrentInstant());
        if (await SaveAsync(location, entry, document?.ETag, cancellation) is not { } etag)
        {
            return await RunAsync(number, key, find, perform, cancellation); // somebody else is at it: look again
        }

        reached?.Invoke(EffectFaultPoint.AfterBegun);
        var result = inDoubt && find is not null ? await find(cancellation) : null;
        result ??= await perform(cancellation);
        reached?.Invoke(EffectFaultPoint.AfterPerformed);
        entry = entry.Complete(clock.GetCurrentInstant(), seal.Write(location.Id, result));
        while (await SaveAsync(location, entry, etag, cancellation) is null)
        {
            // Somebody else is at it too: the first answer to be noted is the one for ever, and nobody performs it again.
            var latest = await documents.ReadAsync(location, cancellation) ?? throw new InvalidDataException($"the effect {key} of {number} is gone");
            if (CaseJson.Read<EffectEntry>(latest.Body) is { State: EffectState.Completed } completed)
            {
                return Result<T>(seal, completed);
            }

            etag = latest.ETag;
        }

        reached?.Invoke(EffectFaultPoint.AfterCompleted);
        return result;
    }

    /// <summary>What a completed effect answered.</summary>
    /// <exception cref="InvalidOperationException">The effect is not completed.</exception>
    public async Task<T> ResultAsync<T>(ApplicationNumber number, string key, CancellationToken cancellation) where T : class
    {
        var seal = await keys.OfAsync(number, cancellation);
        var document = await documents.ReadAsync(new DocumentKey(CaseDocuments.Partition(number), CaseDocuments.Effect(key)), cancellation);
        return document is not null && CaseJson.Read<EffectEntry>(document.Body) is { State: EffectState.Completed } entry
            ? Result<T>(seal, entry) ?? throw new InvalidOperationException($"the effect {key} of {number} has no result")
            : throw new InvalidOperationException($"the effect {key} of {number} is not completed");
    }

    private static T? Result<T>(CaseSeal seal, EffectEntry entry) where T : class =>
        entry.Result is { } json ? seal.Read<T>(CaseDocuments.Effect(entry.Key), json) : null;

    private async Task<string?> SaveAsync(DocumentKey location, EffectEntry entry, string? etag, CancellationToken cancellation)
    {
        var body = CaseJson.Write(entry);
        DocumentWrite write = etag is null ? new DocumentWrite.Create(location.Id, body, []) : new DocumentWrite.Replace(location.Id, body, [], etag);
        var result = await documents.CommitAsync(location.Partition, [write], cancellation);
        return result.Committed ? result.ETags[0] : null;
    }
}
