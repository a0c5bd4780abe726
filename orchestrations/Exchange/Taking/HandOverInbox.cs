using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Notices;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>
/// Takes hand-overs into custody: each once, an application's in their order, together with whatever this stamp makes of them, and gives a
/// signed receipt. What was taken before gets the receipt that it got then.
/// </summary>
public sealed class HandOverInbox(
    IDocumentStore documents,
    ExchangeSignatures signatures,
    ExchangeOptions options,
    IEnumerable<IHandOverReceiver> receivers,
    RefusalAudit audit,
    ExchangeAlarms alarms,
    StampOptions stamp,
    IClock clock,
    Action<ExchangeFaultPoint>? reached = null)
{
    private const int MostConflicts = 5;

    private readonly Dictionary<HandOverKind, IHandOverReceiver> _receivers = receivers.ToDictionary(receiver => receiver.Kind);

    /// <summary>Opens a message: its signature, its time, that it is for this stamp, and its body.</summary>
    public OpenedHandOver Open(SignedHandOver signed)
    {
        var type = signed.IsErased ? MessageType.ErasedHandOver : MessageType.HandOver;
        var opened = signatures.OpenFresh<Envelope>(signed.Message, type, envelope => envelope.From);
        return new OpenedHandOver(signed, opened.Claims, opened.Payload, opened.Refusal ?? Misfit(opened.Value!, signed));
    }

    /// <summary>Takes what was opened, those of one application one after the other; answers in the same order.</summary>
    /// <exception cref="IOException">The store; some may have been taken, and are known when they come again.</exception>
    public async Task<(IReadOnlyList<MessageAnswer> Answers, IReadOnlyList<InboxMessage> Messages)> TakeAsync(
        IReadOnlyList<OpenedHandOver> batch, CancellationToken cancellation)
    {
        var answers = new MessageAnswer[batch.Count];
        var messages = new InboxMessage?[batch.Count];
        await Task.WhenAll(batch.Index().GroupBy(each => each.Item.Envelope?.Number).Select(TakeInOrderAsync));
        return (answers, [.. messages.OfType<InboxMessage>()]);

        async Task TakeInOrderAsync(IEnumerable<(int Index, OpenedHandOver Item)> application)
        {
            Envelope? taken = null;
            foreach (var (i, opened) in application)
            {
                (answers[i], messages[i]) = await TakeAsync(opened, taken, cancellation);
                taken = answers[i].Receipt is null ? taken : opened.Envelope;
                if (answers[i].Refusal is { } refusal)
                {
                    await audit.NoteAsync(opened.Signed.Message, RefusedMessage.Of(opened.Envelope), refusal, cancellation);
                }
            }
        }
    }

    private Refusal? Misfit(Envelope envelope, SignedHandOver signed)
    {
        var bytes = Encoding.UTF8.GetByteCount(signed.Body);
        return !options.Serves(envelope.To) ? Refusal.WrongReceiver(envelope.To)
            : envelope.Sequence is < 1 or > Envelope.LastSequence ? Refusal.Malformed("its sequence is none")
            : bytes > HandOver.MaxBodyBytes ? Refusal.TooLarge(bytes)
            : (signed.IsErased ? null : signatures.Mismatch(envelope.BodyDigest, Encoding.UTF8.GetBytes(signed.Body))) ?? (_receivers.ContainsKey(envelope.Kind) ? null : Refusal.UnknownKind(envelope.Kind));
    }

    /// <summary>Whatever goes wrong with one hand-over is its own trouble, unless the store itself does not answer.</summary>
    private async Task<(MessageAnswer Answer, InboxMessage? Message)> TakeAsync(OpenedHandOver opened, Envelope? before, CancellationToken cancellation)
    {
        if (opened.Refusal is { } refusal)
        {
            return (MessageAnswer.Refused(refusal), null);
        }

        try
        {
            return await TakeSoundAsync(opened, opened.Envelope!, before, cancellation);
        }
        catch (ReceptionException failure)
        {
            alarms.ReceiverFailed(opened.Envelope!, failure.InnerException ?? failure);
            return (MessageAnswer.Refused(Refusal.ReceiverFailed), null);
        }
    }

    private async Task<(MessageAnswer Answer, InboxMessage? Message)> TakeSoundAsync(
        OpenedHandOver opened, Envelope envelope, Envelope? before, CancellationToken cancellation)
    {
        var digest = signatures.DigestOf(envelope, opened.Payload);
        if ((await TakenBeforeAsync(envelope, digest, cancellation) ?? await MissingAsync(envelope, before, cancellation)) is { } settled)
        {
            return (settled, null);
        }

        for (var conflicts = 0; conflicts < MostConflicts; conflicts++)
        {
            var reception = opened.Signed.IsErased
                ? new Reception.Take([]) // There is nothing left to do it with; what comes after it has its turn.
                : await ReceptionException.FromAsync(
                    () => _receivers[envelope.Kind].ReceiveAsync(new HandOver(envelope, opened.Signed.Body), cancellation));
            if (reception is Reception.Refuse refuse)
            {
                return (MessageAnswer.Refused(Refusal.NotAdmitted(refuse.Faults)), null);
            }

            var take = (Reception.Take)reception;
            var entry = new TakenEntry(opened.Signed.Message, digest, opened.Signed.Body, Receipt(envelope, digest));
            reached?.Invoke(ExchangeFaultPoint.BeforeTaken);
            if (await ReceptionException.FromAsync(() => CommitAsync(envelope, entry, take, cancellation)))
            {
                reached?.Invoke(ExchangeFaultPoint.AfterTaken);
                alarms.Taken(envelope);
                return (MessageAnswer.Taken(entry.Receipt), take.Message);
            }

            if (await TakenBeforeAsync(envelope, digest, cancellation) is { } meanwhile)
            {
                return (meanwhile, null);
            }
        }

        throw new ReceptionException(new InvalidOperationException("it conflicts again and again with what else is written there"));
    }

    /// <summary>The answer that was given when it was taken; null when it was not.</summary>
    private async Task<MessageAnswer?> TakenBeforeAsync(Envelope envelope, string digest, CancellationToken cancellation)
    {
        var document = await documents.ReadAsync(ExchangeDocuments.Handed(envelope.Number, envelope.Route, envelope.Sequence), cancellation);
        if (document is null)
        {
            return null;
        }

        var taken = await ReceptionException.FromAsync(() => Task.FromResult(ExchangeJson.Read<TakenEntry>(document.Body)));
        return taken.Digest == digest ? MessageAnswer.Taken(taken.Receipt) : MessageAnswer.Refused(Refusal.Contradiction);
    }

    /// <summary>Which one comes first, when it is not this one's turn.</summary>
    /// <param name="envelope">The one that has come.</param>
    /// <param name="before">The one that was taken just before, of the same application.</param>
    /// <param name="cancellation">Gives up.</param>
    private async Task<MessageAnswer?> MissingAsync(Envelope envelope, Envelope? before, CancellationToken cancellation)
    {
        if (envelope.Sequence == 1 || (before is not null && before.Route == envelope.Route && before.Sequence == envelope.Sequence - 1))
        {
            return null;
        }

        var (number, route) = (envelope.Number, envelope.Route);
        if (await documents.ReadAsync(ExchangeDocuments.Handed(number, route, envelope.Sequence - 1), cancellation) is not null)
        {
            return null;
        }

        var taken = await documents.ListAsync(number.Value, ExchangeDocuments.HandedOf(route), cancellation);
        return MessageAnswer.OutOfOrder(taken.TakeWhile((document, i) => document.Key.Id == ExchangeDocuments.Handed(number, route, i + 1).Id).Count() + 1);
    }

    private string Receipt(Envelope envelope, string digest) => signatures.SignForEver(
        MessageType.Receipt,
        ExchangeJson.WriteBytes(new CustodyReceipt(
            envelope.Number, envelope.From, envelope.To, envelope.Sequence, digest, clock.GetCurrentInstant(), stamp.Source)));

    private async Task<bool> CommitAsync(Envelope envelope, TakenEntry entry, Reception.Take take, CancellationToken cancellation)
    {
        var key = ExchangeDocuments.Handed(envelope.Number, envelope.Route, envelope.Sequence);
        var write = new DocumentWrite.Create(key.Id, ExchangeJson.Write(entry), [ExchangeDocuments.InLedger(envelope)]);
        return (await documents.CommitAsync(key.Partition, [write, .. take.Alongside], cancellation)).Committed;
    }
}
