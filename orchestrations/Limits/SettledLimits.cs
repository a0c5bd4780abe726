namespace CrossRegion.Orchestrations.Limits;

/// <summary>A case in which nothing is due any more.</summary>
/// <param name="Next">When something will be, UTC, if nothing else happens; null when nothing will.</param>
/// <param name="Over">Nothing will be due ever again.</param>
/// <param name="Publications">Rungs that subscribers have not been told of yet: keys in the case's effect ledger.</param>
public sealed record SettledLimits(DateTime? Next, bool Over, IReadOnlyList<string> Publications);
