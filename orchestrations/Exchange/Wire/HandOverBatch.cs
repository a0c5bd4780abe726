namespace CrossRegion.Orchestrations.Exchange.Wire;

/// <summary>What <c>POST /api/exchange/hand-overs</c> carries: hand-overs of any applications, those of one application in their order.</summary>
public sealed record HandOverBatch(IReadOnlyList<SignedHandOver> HandOvers)
{
    /// <summary>Most hand-overs in one request.</summary>
    public const int MaxHandOvers = 64;

    /// <summary>Most bytes of a request.</summary>
    public const int MaxBytes = 4 * 1024 * 1024;

    /// <summary>Most bytes that bodies in one request have together, before JSON escapes what it must; one body may have more.</summary>
    public const int MaxBodyBytes = 1024 * 1024;
}
