namespace CrossRegion.Cli.Demo;

/// <summary>How the exchange between the stamps stands.</summary>
/// <param name="HandOvers">What was handed over, by the ledgers; counted once all of it is receipted.</param>
/// <param name="WithoutReceipt">What still waits for its receipt.</param>
/// <param name="Wrong">What must not be, a line each: refused messages, ledgers that differ.</param>
internal sealed record ExchangeResult(int HandOvers, int WithoutReceipt, IReadOnlyList<string> Wrong);
