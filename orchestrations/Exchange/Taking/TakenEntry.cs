namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>What was taken, as the receiver keeps it: the proof of custody on this side.</summary>
/// <param name="Message">The message, with the sender's signature.</param>
/// <param name="Digest">Digest of its envelope.</param>
/// <param name="Body">What was handed over; personal data stand here and nowhere else in the entry. Empty once it is erased.</param>
/// <param name="Receipt">The receipt, with the receiver's signature.</param>
public sealed record TakenEntry(string Message, string Digest, string Body, string Receipt);
