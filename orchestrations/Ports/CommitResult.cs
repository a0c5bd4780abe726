namespace CrossRegion.Orchestrations.Ports;

/// <summary>What became of a batch. A conflict is an answer, not an exception: the caller reloads and decides anew.</summary>
/// <param name="ConflictingId">Null when the batch was committed; else the first operation's id that did not find what it expected.</param>
/// <param name="ETags">The new ETags in the batch's order (null for a deletion); empty on conflict.</param>
public sealed record CommitResult(string? ConflictingId, IReadOnlyList<string?> ETags)
{
    public bool Committed => ConflictingId is null;

    public static CommitResult Conflict(string id) => new(id, []);
}
