using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>That the receiver has refused a hand-over, or that its receipt is no good: kept with the entry until it is repaired.</summary>
/// <param name="Refusal">The latest reason.</param>
/// <param name="Since">When it was refused first.</param>
/// <param name="Latest">When it was refused last.</param>
/// <param name="Times">How often.</param>
public sealed record SendingRefusal(Refusal Refusal, Instant Since, Instant Latest, int Times)
{
    private static readonly Duration First = Duration.FromMinutes(1);
    private static readonly Duration Ceiling = Duration.FromHours(1);

    /// <summary>The same once more.</summary>
    public static SendingRefusal After(SendingRefusal? before, Refusal refusal, Instant at) =>
        new(refusal, before?.Since ?? at, at, (before?.Times ?? 0) + 1);

    /// <summary>When it is sent again: a minute later, then two, at last every hour. A key that was missing may have come meanwhile.</summary>
    public Instant SendAgainAt => Latest + Backoff.After(Times, First, Ceiling);
}
