using System.Buffers;
using System.Text;
using System.Text.Json;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// The store, which keeps the bodies of hand-overs sealed under the key of their application, on both sides; so they are erased with it, and
/// the proof of custody, which is about the envelope, stays. Who reads them through it reads them open, and empty once they are erased. A
/// hand-over that erases is about nobody and stands open.
/// </summary>
/// <param name="store">Where they are kept.</param>
/// <param name="keys">Late, since the keys are kept there too.</param>
public sealed class SealedHandOvers(IDocumentStore store, Func<CaseKeys> keys) : IDocumentStore, IAsyncDisposable, IDisposable
{
    private const string Open = "body";
    private const string Sealed = "sealedBody";
    private const string EnvelopeText = "envelopeText";

    public async Task<StoredDocument?> ReadAsync(DocumentKey key, CancellationToken cancellation) =>
        await store.ReadAsync(key, cancellation) is { } document ? await OpenAsync(document, cancellation) : null;

    public async Task<IReadOnlyList<StoredDocument>> ListAsync(string partition, string idPrefix, CancellationToken cancellation) =>
        await OpenAsync(await store.ListAsync(partition, idPrefix, cancellation), cancellation);

    public async Task<CommitResult> CommitAsync(string partition, IReadOnlyList<DocumentWrite> batch, CancellationToken cancellation)
    {
        if (!batch.Any(write => IsHandOver(write.Id) || IsErasure(write)) || !ApplicationNumber.TryParse(partition, out var number, out _))
        {
            return await store.CommitAsync(partition, batch, cancellation);
        }

        if (batch.Any(IsErasure))
        {
            return await EraseAsync(partition, batch, number, cancellation);
        }

        var made = batch.OfType<DocumentWrite.Create>().FirstOrDefault(write => write.Id == CaseDocuments.KeyId);
        var seal = made is null ? await keys().OfAsync(number, cancellation) : await keys().OpenAsync(number, made.Body, cancellation);
        var result = await store.CommitAsync(partition, seal == CaseSeal.Closed ? batch : [.. batch.Select(write => Close(write, seal))], cancellation);
        if (made is not null && result.Committed)
        {
            keys().Remember(number, seal);
        }

        return result;
    }

    /// <summary>The batch that deletes an application's key; from then on this instance does not use it any more.</summary>
    private async Task<CommitResult> EraseAsync(string partition, IReadOnlyList<DocumentWrite> batch, ApplicationNumber number, CancellationToken cancellation)
    {
        var result = await store.CommitAsync(partition, batch, cancellation);
        if (result.Committed)
        {
            keys().Forget(number);
        }

        return result;
    }

    public async Task<DocumentPage> QueryAsync(IndexQuery query, CancellationToken cancellation)
    {
        var page = await store.QueryAsync(query, cancellation);
        return page with { Documents = await OpenAsync(page.Documents, cancellation) };
    }

    public async Task<DocumentChanges> ReadChangesAsync(string? continuation, int maxItems, CancellationToken cancellation)
    {
        var changes = await store.ReadChangesAsync(continuation, maxItems, cancellation);
        return changes with { Documents = await OpenAsync(changes.Documents, cancellation) };
    }

    public ValueTask DisposeAsync()
    {
        if (store is IAsyncDisposable disposable)
        {
            return disposable.DisposeAsync();
        }

        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => (store as IDisposable)?.Dispose();

    private static bool IsHandOver(string id) =>
        id.StartsWith(ExchangeDocuments.OutboxPrefix, StringComparison.Ordinal) || id.StartsWith(ExchangeDocuments.HandedPrefix, StringComparison.Ordinal);

    private static bool IsErasure(DocumentWrite write) => write is DocumentWrite.Delete { Id: CaseDocuments.KeyId };

    private static DocumentWrite Close(DocumentWrite write, CaseSeal seal) => write switch
    {
        DocumentWrite.Create create when IsHandOver(create.Id) => create with { Body = Close(create.Id, create.Body, seal) },
        DocumentWrite.Replace replace when IsHandOver(replace.Id) => replace with { Body = Close(replace.Id, replace.Body, seal) },
        _ => write,
    };

    private static string Close(string id, string text, CaseSeal seal)
    {
        using var entry = JsonDocument.Parse(text);
        if (!entry.RootElement.TryGetProperty(Open, out var body) || IsHandedErasure(entry.RootElement))
        {
            return text;
        }

        return seal.Opens
            ? WithText(entry.RootElement, Open, Sealed, seal.Write(id, new HandedBody(body.GetString()!)))
            : WithText(entry.RootElement, Open, Open, string.Empty);
    }

    /// <summary>On the sender's side: it is sent, and sent again, when the key is gone.</summary>
    private static bool IsHandedErasure(JsonElement entry) =>
        entry.TryGetProperty(EnvelopeText, out var envelope) && ExchangeJson.Read<Envelope>(envelope.GetString()!).Kind == HandOverKind.Erasure;

    /// <summary>An entry with this text in the place of one of its members.</summary>
    private static string WithText(JsonElement entry, string member, string name, string text)
    {
        var json = new ArrayBufferWriter<byte>(text.Length + 1024);
        using (var writer = new Utf8JsonWriter(json, new JsonWriterOptions { Encoder = ExchangeJson.Options.Encoder, SkipValidation = true }))
        {
            writer.WriteStartObject();
            foreach (var each in entry.EnumerateObject())
            {
                if (each.NameEquals(member))
                {
                    writer.WriteString(name, text);
                }
                else
                {
                    each.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(json.WrittenSpan);
    }

    private async Task<IReadOnlyList<StoredDocument>> OpenAsync(IReadOnlyList<StoredDocument> documents, CancellationToken cancellation)
    {
        if (!documents.Any(document => IsHandOver(document.Key.Id)))
        {
            return documents;
        }

        List<StoredDocument> opened = [];
        foreach (var document in documents)
        {
            opened.Add(await OpenAsync(document, cancellation));
        }

        return opened;
    }

    private async ValueTask<StoredDocument> OpenAsync(StoredDocument document, CancellationToken cancellation)
    {
        if (!IsHandOver(document.Key.Id) || !ApplicationNumber.TryParse(document.Key.Partition, out var number, out _))
        {
            return document;
        }

        using var entry = JsonDocument.Parse(document.Body);
        if (entry.RootElement.ValueKind != JsonValueKind.Object || !entry.RootElement.TryGetProperty(Sealed, out var closed))
        {
            return document;
        }

        CaseSeal seal;
        try
        {
            seal = await keys().OfAsync(number, cancellation);
        }
        catch (InvalidDataException)
        {
            return document; // The master key is lost. Who wants to read it is told so; who erases it need not read it.
        }

        var body = seal.Read<HandedBody>(document.Key.Id, closed.GetString()!).Text;
        return document with { Body = WithText(entry.RootElement, Sealed, Open, body) };
    }
}
