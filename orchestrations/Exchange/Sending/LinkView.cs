using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>How the link to a peer stands, as this process sees it.</summary>
/// <param name="DownSince">Since when the peer has not answered; null when it did at last.</param>
/// <param name="Reason">What the last attempt ended with; null when the peer answers.</param>
/// <param name="CatchingUp">Whether the peer has this stamp send slowly.</param>
public sealed record LinkView(Instant? DownSince = null, string? Reason = null, bool CatchingUp = false);
