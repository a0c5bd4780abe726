namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>The peer, or something before it, will not have this request whoever sends it: it is about what was sent, not about the link.</summary>
/// <param name="status">The HTTP status: 400, 413 or 422.</param>
public sealed class PeerRejectedException(int status) : IOException($"the peer answered {status}")
{
    public int Status => status;
}
