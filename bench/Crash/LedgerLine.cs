namespace CrossRegion.Bench.Crash;

/// <summary>A line of the ledger.</summary>
/// <param name="Step">The step; for ends the status; empty for starts.</param>
internal sealed record LedgerLine(LedgerKind Kind, string Application, string Step, IReadOnlyList<Heard> Heard)
{
    private const int Fields = 4;

    public override string ToString() => $"{Kind}\t{Application}\t{Step}\t{string.Join(' ', Heard)}";

    /// <summary><c>null</c> for a line that is not whole: the process was killed while it wrote.</summary>
    public static LedgerLine? Parse(string line) => line.Split('\t') is { Length: Fields } fields && Enum.TryParse<LedgerKind>(fields[0], out var kind)
        ? new LedgerLine(kind, fields[1], fields[2], [.. fields[3].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(CrossRegion.Bench.Crash.Heard.Parse)])
        : null;
}
