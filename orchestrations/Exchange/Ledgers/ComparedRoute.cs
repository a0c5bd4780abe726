namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>One way between two authorities on one day, compared.</summary>
/// <param name="Route">Which way.</param>
/// <param name="Summary">This side's.</param>
/// <param name="Differences">In the order of the ledger.</param>
internal sealed record ComparedRoute(Route Route, LedgerSummary Summary, IReadOnlyList<Difference> Differences)
{
    /// <summary>Whether there is anything that one side could fetch from the other.</summary>
    public bool CanBeRepaired => Differences.Any(difference => difference.Kind != DifferenceKind.Contradicting);
}
