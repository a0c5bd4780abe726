namespace CrossRegion.Orchestrations.Exchange.Wire;

/// <summary>What the receiver grants to a peer that catches up: one request at a time, of so many hand-overs, after a wait.</summary>
/// <param name="Ms">Milliseconds until the next request.</param>
/// <param name="AtMost">Hand-overs in it.</param>
public sealed record Pause(int Ms, int AtMost);
