namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>A day's ledger in brief. Two sides with the same digest have the same entries.</summary>
/// <param name="Entries">How many.</param>
/// <param name="Unreceipted">Of these without a receipt.</param>
/// <param name="Digest">Of all entries in their order, each over the digest before it and <c>NUMBER:SEQUENCE:DIGEST</c>; over nothing at the beginning.</param>
public sealed record LedgerSummary(int Entries, int Unreceipted, string Digest);
