namespace CrossRegion.Orchestrations.Exchange.Ledgers;

/// <summary>One entry in which two ledgers differ.</summary>
public sealed record Difference(LedgerPlace Place, DifferenceKind Kind)
{
    /// <summary>Whether this side can fetch what it lacks.</summary>
    public bool IsHere => Kind is DifferenceKind.MissingHere or DifferenceKind.NoReceiptHere;

    /// <summary>How two entries of one place differ, one of which may be missing; null when they do not.</summary>
    public static Difference? Between(LedgerEntry? here, LedgerEntry? there) => (here, there) switch
    {
        (null, null) => null,
        (null, _) => new Difference(there.Place, DifferenceKind.MissingHere),
        (_, null) => new Difference(here.Place, DifferenceKind.MissingThere),
        _ when here.Digest != there.Digest => new Difference(here.Place, DifferenceKind.Contradicting),
        _ when !here.Receipted => new Difference(here.Place, DifferenceKind.NoReceiptHere),
        _ when !there.Receipted => new Difference(here.Place, DifferenceKind.NoReceiptThere),
        _ => null,
    };
}
