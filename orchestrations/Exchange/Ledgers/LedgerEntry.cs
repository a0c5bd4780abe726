namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>One hand-over in a day's ledger.</summary>
/// <param name="Place">Which one.</param>
/// <param name="Digest">Digest of its envelope.</param>
/// <param name="Receipted">Whether this side holds the receipt. The receiver always does, having given it.</param>
public sealed record LedgerEntry(LedgerPlace Place, string Digest, bool Receipted);
