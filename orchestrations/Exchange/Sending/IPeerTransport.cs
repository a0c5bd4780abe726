using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Wire;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>The way to peers. It delivers or it does not; who retries is the caller.</summary>
/// <remarks>
/// Errors: a peer that cannot be reached, does not answer in time, answers something else than the protocol has, or that is not configured,
/// is an <see cref="IOException"/>, an <see cref="HttpRequestException"/> or an <see cref="InvalidDataException"/>; what was sent may have
/// been taken. Peers share nothing: one that hangs delays no other.
/// </remarks>
public interface IPeerTransport
{
    /// <summary>Posts hand-overs; the answer has one entry for each, or none when the peer is too busy.</summary>
    Task<BatchAnswer> SendAsync(ProvinceCode peer, IReadOnlyList<SignedHandOver> batch, CancellationToken cancellation);

    /// <summary>Asks about ledgers: a signed question, a signed answer.</summary>
    Task<string> AskAsync(ProvinceCode peer, string question, CancellationToken cancellation);
}
