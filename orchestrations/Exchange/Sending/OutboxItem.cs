using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>An entry of an outbox as it was read: to be replaced only while nobody else has.</summary>
internal sealed record OutboxItem(StoredDocument Document, OutboxEntry Entry, Envelope Envelope)
{
    /// <exception cref="InvalidDataException">The document is no entry of an outbox.</exception>
    public static OutboxItem Read(StoredDocument document)
    {
        var entry = ExchangeJson.Read<OutboxEntry>(document.Body);
        return new OutboxItem(document, entry, entry.ReadEnvelope());
    }

    public bool Precedes(Envelope other) =>
        Envelope.Number == other.Number && Envelope.Route == other.Route && Envelope.Sequence == other.Sequence - 1;

    public DocumentWrite.Replace With(OutboxEntry entry) =>
        new(Document.Key.Id, ExchangeJson.Write(entry), entry.Indexes(Envelope), Document.ETag);
}
