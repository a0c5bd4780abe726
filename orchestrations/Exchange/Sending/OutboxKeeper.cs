using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>Notes in the outbox what the peer has answered.</summary>
public sealed class OutboxKeeper(
    IDocumentStore documents, ExchangeSignatures signatures, ExchangeAlarms alarms, IClock clock, Action<ExchangeFaultPoint>? reached = null)
{
    /// <summary>Notes the answer to one hand-over. Once it returns, the answer is durable.</summary>
    /// <param name="item">As it was sent.</param>
    /// <param name="message">The signed message that was sent.</param>
    /// <param name="answer">The peer's.</param>
    /// <param name="follows">Whether it was sent together with the one before it; else that one had its receipt already.</param>
    /// <param name="cancellation">Leaves the entry as it is: it is sent again, and the peer says the same again.</param>
    internal async Task NoteAsync(OutboxItem item, string message, MessageAnswer answer, bool follows, CancellationToken cancellation)
    {
        switch (answer)
        {
            case { Receipt: { } receipt }:
                await KeepReceiptAsync(item, message, receipt, cancellation);
                break;
            case { Refusal: { } refusal }:
                await KeepRefusalAsync(item, refusal, cancellation);
                break;
            case { Expected: { } expected } when !follows && await LostByReceiverAsync(item, expected, cancellation):
                await KeepRefusalAsync(item, Refusal.LostByReceiver(expected), cancellation);
                break;
            default:
                break; // Its turn comes when the one before it is taken.
        }
    }

    /// <summary>
    /// Takes back into the outbox what the receiver can prove to have got from here: the receipt that is missing, or, after this side has lost
    /// it, the whole entry.
    /// </summary>
    /// <returns>False when the proof is none.</returns>
    internal async Task<bool> RestoreAsync(Route route, Evidence evidence, CancellationToken cancellation)
    {
        var opened = signatures.OpenKept<Envelope>(evidence.Message, MessageType.HandOver, envelope => envelope.From);
        if (opened.Refusal is not null)
        {
            opened = signatures.OpenKept<Envelope>(evidence.Message, MessageType.ErasedHandOver, envelope => envelope.From);
        }

        // A body may have been erased since it was taken; the receipt is for the envelope.
        if (opened is not { Refusal: null, Value: { } envelope } || envelope.Route != route || evidence.Receipt is not { } receipt
            || (evidence.Body.Length > 0 && signatures.Mismatch(envelope.BodyDigest, Encoding.UTF8.GetBytes(evidence.Body)) is not null))
        {
            return false;
        }

        var key = ExchangeDocuments.Outbox(envelope.Number, envelope.Route, envelope.Sequence);
        if (await documents.ReadAsync(key, cancellation) is { } document)
        {
            await KeepReceiptAsync(OutboxItem.Read(document), evidence.Message, receipt, cancellation);
            return true;
        }

        var entry = new OutboxEntry(
            Encoding.UTF8.GetString(opened.Payload), signatures.DigestOf(envelope, opened.Payload), evidence.Body, envelope.At, null, evidence.Message, receipt);
        if (!IsReceiptFor(envelope, entry.Digest, receipt, out _)
            || !(await documents.CommitAsync(
                key.Partition, [new DocumentWrite.Create(key.Id, ExchangeJson.Write(entry), entry.Indexes(envelope))], cancellation)).Committed)
        {
            return false;
        }

        if (envelope.Kind == HandOverKind.Erasure)
        {
            alarms.ErasureLost(envelope);
        }

        return true;
    }

    private async Task KeepReceiptAsync(OutboxItem item, string message, string receipt, CancellationToken cancellation)
    {
        if (!IsReceiptFor(item.Envelope, item.Entry.Digest, receipt, out var what))
        {
            await KeepRefusalAsync(item, Refusal.ContradictingReceipt(what), cancellation);
            return;
        }

        while (item.Entry.Receipt is null && !await ReplaceAsync(item, item.Entry.WithReceipt(message, receipt), cancellation))
        {
            item = await ReadAgainAsync(item, cancellation);
        }

        if (item.Entry.Receipt is { } kept)
        {
            if (kept != receipt)
            {
                alarms.Contradiction(item.Envelope, Refusal.ContradictingReceipt("another one was given for it before"));
            }

            return;
        }

        reached?.Invoke(ExchangeFaultPoint.AfterReceiptKept);
        alarms.Receipted(item.Envelope, clock.GetCurrentInstant());
        if (item.Entry.Refused is { } refused)
        {
            alarms.NoLongerRefused(item.Envelope, refused.Refusal.Code);
        }
    }

    private bool IsReceiptFor(Envelope envelope, string digest, string receipt, out string what)
    {
        var opened = signatures.OpenKept<CustodyReceipt>(receipt, MessageType.Receipt, given => given.To);
        what = opened.Refusal?.ToString() ?? "it is for another hand-over";
        return opened.Value is { } given && given.IsFor(envelope, digest);
    }

    private async Task KeepRefusalAsync(OutboxItem item, Refusal refusal, CancellationToken cancellation)
    {
        alarms.RefusedByPeer(item.Envelope, refusal);
        while (item.Entry.Receipt is null && !await ReplaceAsync(item, item.Entry.WithRefusal(refusal, clock.GetCurrentInstant()), cancellation))
        {
            item = await ReadAgainAsync(item, cancellation);
        }
    }

    /// <summary>The receiver waits for one that it has given a receipt for: it has lost what it had.</summary>
    private async Task<bool> LostByReceiverAsync(OutboxItem item, int expected, CancellationToken cancellation)
    {
        if (expected < 1 || expected >= item.Envelope.Sequence)
        {
            return false;
        }

        var key = ExchangeDocuments.Outbox(item.Envelope.Number, item.Envelope.Route, expected);
        return await documents.ReadAsync(key, cancellation) is { } document && OutboxItem.Read(document).Entry.Receipt is not null;
    }

    private async Task<bool> ReplaceAsync(OutboxItem item, OutboxEntry entry, CancellationToken cancellation) =>
        (await documents.CommitAsync(item.Document.Key.Partition, [item.With(entry)], cancellation)).Committed;

    private async Task<OutboxItem> ReadAgainAsync(OutboxItem item, CancellationToken cancellation) => OutboxItem.Read(
        await documents.ReadAsync(item.Document.Key, cancellation)
            ?? throw new InvalidDataException($"{item.Document.Key.Id} of {item.Document.Key.Partition} is gone from the outbox"));
}
