using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Stamps;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// The keys that personal data are sealed with: one for each application, made with its case, kept wrapped in its partition. Who deletes
/// it has erased the person from every document there is.
/// </summary>
public sealed class CaseKeys(IDocumentStore documents, IKeyWrapper wrapper, TimeProvider time)
{
    private readonly SealCache _cache = new(time);

    /// <summary>The seals of keys that were made here, by the text that will keep them, for as long as it is at hand.</summary>
    private readonly ConditionalWeakTable<string, CaseSeal> _made = [];

    /// <summary>A new key, and the document that keeps it; <see cref="Remember"/> it when that is committed.</summary>
    public async Task<(CaseSeal Seal, DocumentWrite.Create Document)> NewAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        var key = RandomNumberGenerator.GetBytes(SealedText.KeyBytes);
        var (seal, wrapped) = (new CaseSeal(number, key), CaseJson.Write(await wrapper.WrapAsync(key, cancellation)));
        _made.Add(wrapped, seal);
        return (seal, new DocumentWrite.Create(CaseDocuments.KeyId, wrapped, [], Erasable: true));
    }

    /// <summary>The seal of a key that is being made, from the document that will keep it.</summary>
    public async ValueTask<CaseSeal> OpenAsync(ApplicationNumber number, string document, CancellationToken cancellation) =>
        _made.TryGetValue(document, out var made) ? made : new(number, await wrapper.UnwrapAsync(CaseJson.Read<WrappedKey>(document), cancellation));

    public void Remember(ApplicationNumber number, CaseSeal seal) => _cache.Keep(number, seal, _cache.Forgotten);

    /// <summary>The seal of an application; <see cref="CaseSeal.Erased"/> when the person is erased from it, <see cref="CaseSeal.Closed"/> when there is none.</summary>
    public async ValueTask<CaseSeal> OfAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        if (_cache.Find(number) is { } kept)
        {
            return kept;
        }

        var forgotten = _cache.Forgotten;
        var seal = await FindAsync(number, cancellation);
        if (seal.Opens)
        {
            _cache.Keep(number, seal, forgotten);
        }

        return seal;
    }

    /// <summary>The key is deleted: this instance does not use it any more.</summary>
    public void Forget(ApplicationNumber number) => _cache.Forget(number);

    private async Task<CaseSeal> FindAsync(ApplicationNumber number, CancellationToken cancellation)
    {
        while (true)
        {
            if (await documents.ReadAsync(CaseDocuments.Key(number), cancellation) is { } document)
            {
                return new CaseSeal(number, await wrapper.UnwrapAsync(CaseJson.Read<WrappedKey>(document.Body), cancellation));
            }

            if (await documents.ReadAsync(CaseDocuments.Case(number), cancellation) is not { } subject)
            {
                // One that another stamp handles is never without a key, but when it is erased.
                return await documents.ReadAsync(RemoteCases.Location(number), cancellation) is null ? CaseSeal.Closed : CaseSeal.Erased;
            }

            if (CaseSeal.Closed.Read<Case>(subject).ErasedAt is not null)
            {
                return CaseSeal.Erased;
            }

            // An earlier build wrote this case in the clear. It gets its key now, and is sealed with whatever is written next.
            var (seal, key) = await NewAsync(number, cancellation);
            if ((await documents.CommitAsync(CaseDocuments.Partition(number), [key], cancellation)).Committed)
            {
                return seal;
            }
        }
    }
}
