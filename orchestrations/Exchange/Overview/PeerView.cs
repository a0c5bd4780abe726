using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Taking;

namespace CrossRegion.Orchestrations.Exchange.Overview;

/// <summary>How the exchange with one peer stands.</summary>
/// <param name="Peer">Its province.</param>
/// <param name="Configured">False when hand-overs wait for a province that the settings do not name any more.</param>
/// <param name="Backlog">Hand-overs due without a receipt; at most <see cref="ExchangeReader.MostCounted"/>.</param>
/// <param name="BacklogIsMore">Whether there are more than that.</param>
/// <param name="Late">Whether the oldest of them has waited longer than is borne.</param>
/// <param name="RefusedByPeer">What the peer refuses, the oldest first, contradictions among them.</param>
/// <param name="RefusedHere">What this stamp has refused of what says that it is from the peer, the latest first.</param>
/// <param name="Reconciliations">What became of the last week's days, the latest first; only days that were compared.</param>
/// <param name="Link">How the link stands, as this instance sees it; null when there is none.</param>
/// <param name="Oldest">The one that has waited longest, those that are refused aside; null when none waits.</param>
public sealed record PeerView(
    string Peer,
    bool Configured,
    int Backlog,
    bool BacklogIsMore,
    bool Late,
    IReadOnlyList<RefusedView> RefusedByPeer,
    IReadOnlyList<AuditedRefusal> RefusedHere,
    IReadOnlyList<ReconciliationResult> Reconciliations,
    LinkView? Link = null,
    HandOverView? Oldest = null);
