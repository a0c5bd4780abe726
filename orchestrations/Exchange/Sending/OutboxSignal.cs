using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>Tells whoever sends, within this process, that something new is in an outbox. Nobody depends on it: the index has it too.</summary>
public sealed class OutboxSignal
{
    /// <summary>Called with the peer's code and the document, on the thread of whoever committed it: must not wait.</summary>
    public event Action<string, StoredDocument>? Committed;

    public void Tell(string peer, StoredDocument document) => Committed?.Invoke(peer, document);
}
