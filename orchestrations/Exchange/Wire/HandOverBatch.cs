using System.Diagnostics.CodeAnalysis;

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

    /// <summary>Reads a request; <paramref name="fault"/> says what is wrong with it as a whole. A wrong message in it is answered by itself.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> body, [NotNullWhen(true)] out HandOverBatch? batch, [NotNullWhen(false)] out string? fault)
    {
        if (!ExchangeJson.TryRead(body, out batch, out fault))
        {
            return false;
        }

        fault = batch.HandOvers.Count is < 1 or > MaxHandOvers ? $"has {batch.HandOvers.Count} hand-overs, not 1 to {MaxHandOvers}"
            : batch.HandOvers.Contains(null!) ? "has a hand-over that is null"
            : null;
        return fault is null;
    }
}
