using System.Text;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>What was handed over, as the sender keeps it: to be sent until there is a receipt, and the proof of custody from then on.</summary>
/// <param name="EnvelopeText">The envelope's JSON, the very bytes that are signed each time it is sent.</param>
/// <param name="Digest">Their digest.</param>
/// <param name="Body">What is handed over; personal data stand here and nowhere else in the entry. Empty once it is erased.</param>
/// <param name="Due">When it may be sent (again).</param>
/// <param name="Refused">Why it was not taken, when it was sent last; gone once it is.</param>
/// <param name="Message">The message that was taken, with the sender's signature.</param>
/// <param name="Receipt">The receipt, with the receiver's signature; null until then.</param>
public sealed record OutboxEntry(
    string EnvelopeText,
    string Digest,
    string Body,
    Instant Due,
    SendingRefusal? Refused = null,
    string? Message = null,
    string? Receipt = null)
{
    public Envelope ReadEnvelope() => ExchangeJson.Read<Envelope>(EnvelopeText);

    /// <summary>The message for a peer, signed for now.</summary>
    public string Sign(ExchangeSignatures signatures) =>
        signatures.SignForNow(Body.Length == 0 ? MessageType.ErasedHandOver : MessageType.HandOver, EnvelopeBytes());

    public byte[] EnvelopeBytes() => Encoding.UTF8.GetBytes(EnvelopeText);

    public OutboxEntry WithReceipt(string message, string receipt) => this with { Message = message, Receipt = receipt, Refused = null };

    public OutboxEntry WithRefusal(Refusal refusal, Instant at)
    {
        var refused = SendingRefusal.After(Refused, refusal, at);
        return this with { Refused = refused, Due = refused.SendAgainAt };
    }

    /// <summary>It is in the day's ledger for ever, among what is to be sent until it has a receipt, and among the refused while it is.</summary>
    public IReadOnlyList<IndexEntry> Indexes(Envelope envelope)
    {
        var ledger = ExchangeDocuments.InLedger(envelope);
        return (Receipt, Refused) switch
        {
            (not null, _) => [ledger],
            (null, null) => [ledger, ExchangeDocuments.ToSend(envelope, Due)],
            _ => [ledger, ExchangeDocuments.ToSend(envelope, Due), ExchangeDocuments.RefusedBy(envelope.To, Refused.Since)],
        };
    }
}
