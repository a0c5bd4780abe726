using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Overview;

/// <summary>A hand-over that a peer refuses; it is sent again until it is taken.</summary>
/// <param name="HandOver">Which one.</param>
/// <param name="Refusal">The latest reason.</param>
/// <param name="Since">When it was refused first.</param>
/// <param name="Times">How often it was.</param>
/// <param name="SendAgainAt">When it is sent next.</param>
public sealed record RefusedView(HandOverView HandOver, Refusal Refusal, Instant Since, int Times, Instant SendAgainAt);
