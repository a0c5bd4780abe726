using System.Diagnostics;
using System.Diagnostics.Metrics;
using CrossRegion.Domain.Identifiers;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>
/// Tells operators: a log entry with an event id of its own for whatever needs somebody, and counters. Nothing personal is in either: an
/// application is named by its number, a hand-over by its place.
/// </summary>
public sealed partial class ExchangeAlarms : IDisposable
{
    public const string MeterName = "CrossRegion.Exchange";

    private const string Unknown = "unknown";

    private readonly ILogger _logger;
    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _receipted;
    private readonly Counter<long> _taken;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _raised;

    public ExchangeAlarms(ILogger<ExchangeAlarms> logger)
    {
        _logger = logger;
        _receipted = _meter.CreateCounter<long>("crossregion.exchange.receipted", "{hand-over}", "Hand-overs that a peer has given its receipt for.");
        _taken = _meter.CreateCounter<long>("crossregion.exchange.taken", "{hand-over}", "Hand-overs taken from a peer.");
        _refused = _meter.CreateCounter<long>("crossregion.exchange.refused", "{message}", "Messages refused, by this stamp or by a peer.");
        _raised = _meter.CreateCounter<long>("crossregion.exchange.alarms", "{alarm}", "Alarms raised.");
    }

    /// <summary>A hand-over has its receipt.</summary>
    public void Receipted(Envelope envelope, Instant at)
    {
        _receipted.Add(1, Peer(envelope.To));
        if (_logger.IsEnabled(LogLevel.Debug))
        {
            LogReceipted(envelope.Number, envelope.Route, envelope.Sequence, (at - envelope.At).TotalMilliseconds);
        }
    }

    /// <summary>A hand-over of a peer's was taken.</summary>
    public void Taken(Envelope envelope) => _taken.Add(1, Peer(envelope.From));

    public void RefusedByPeer(Envelope envelope, Refusal refusal)
    {
        _refused.Add(1, Peer(envelope.To), Code(refusal.Code));
        if (refusal.IsContradiction)
        {
            Contradiction(envelope, refusal);
            return;
        }

        Raise("refused", envelope.To);
        LogRefusedByPeer(envelope.Number, envelope.Route, envelope.Sequence, refusal.Code, refusal.MessageEn);
    }

    /// <summary>A hand-over that was refused has its receipt.</summary>
    public void NoLongerRefused(Envelope envelope, string code) => LogNoLongerRefused(envelope.Number, envelope.Route, envelope.Sequence, code);

    /// <param name="sender">The peer that it says it is from; null when it is none.</param>
    /// <param name="refusal">Why it was not taken.</param>
    public void RefusedHere(ProvinceCode? sender, Refusal refusal)
    {
        _refused.Add(1, Peer(sender), Code(refusal.Code));
        Raise("refused-here", sender);
        LogRefusedHere(sender?.Value ?? Unknown, refusal.Code, refusal.MessageEn);
    }

    public void Contradiction(Envelope envelope, Refusal refusal)
    {
        Raise("contradiction", envelope.To);
        LogContradiction(envelope.Number, envelope.Route, envelope.Sequence, refusal.Code, refusal.MessageEn);
    }

    public void PeerDown(ProvinceCode peer, string reason)
    {
        Raise("peer-down", peer);
        LogPeerDown(peer, reason);
    }

    public void PeerBack(ProvinceCode peer) => LogPeerBack(peer);

    /// <summary>No receipt for longer than is borne.</summary>
    public void Late(ProvinceCode peer, Envelope oldest, Instant now)
    {
        Raise("late", peer);
        LogLate(peer, oldest.Number, oldest.Route, oldest.Sequence, (long)(now - oldest.At).TotalSeconds);
    }

    public void NoLongerLate(ProvinceCode peer) => LogNoLongerLate(peer);

    public void DifferencesRemain(ProvinceCode peer, LocalDate day, int differences)
    {
        Raise("differences", peer);
        LogDifferencesRemain(peer, day, differences);
    }

    public void ReconciliationFailed(ProvinceCode peer, LocalDate day, Exception failure)
    {
        Raise("reconciliation-failed", peer);
        LogReconciliationFailed(failure, peer, day);
    }

    /// <summary>A peer can prove that this stamp has erased a person, and this stamp has lost it, as after a backup was restored.</summary>
    public void ErasureLost(Envelope envelope)
    {
        Raise("erasure-lost", envelope.To);
        LogErasureLost(envelope.Number);
    }

    /// <summary>This stamp could not do its part, its store for one.</summary>
    public void SendingFailed(ProvinceCode peer, Exception failure)
    {
        Raise("sending-failed", peer);
        LogSendingFailed(failure, peer);
    }

    /// <summary>What takes hand-overs of a kind has a defect.</summary>
    public void ReceiverFailed(Envelope envelope, Exception failure)
    {
        Raise("receiver-failed", envelope.From);
        LogReceiverFailed(failure, envelope.Number, envelope.Route, envelope.Sequence);
    }

    public void Dispose() => _meter.Dispose();

    private static KeyValuePair<string, object?> Peer(ProvinceCode? peer) => new("peer", peer?.Value ?? Unknown);

    private static KeyValuePair<string, object?> Code(string code) => new("code", code);

    private static KeyValuePair<string, object?> Kind(string kind) => new("kind", kind);

    private void Raise(string kind, ProvinceCode? peer) => _raised.Add(1, new TagList { Kind(kind), Peer(peer) });

    [LoggerMessage(5000, LogLevel.Debug, "{Number} {Route} {Sequence}: receipt after {Milliseconds} ms")]
    private partial void LogReceipted(ApplicationNumber number, Route route, int sequence, double milliseconds);

    [LoggerMessage(5001, LogLevel.Error, "{Number} {Route} {Sequence}: the peer refuses it, {Code}: {Message}")]
    private partial void LogRefusedByPeer(ApplicationNumber number, Route route, int sequence, string code, string message);

    [LoggerMessage(5002, LogLevel.Warning, "A message that says it is from {Sender} is refused, {Code}: {Message}")]
    private partial void LogRefusedHere(string sender, string code, string message);

    [LoggerMessage(5003, LogLevel.Critical, "{Number} {Route} {Sequence}: the two sides contradict each other, {Code}: {Message}")]
    private partial void LogContradiction(ApplicationNumber number, Route route, int sequence, string code, string message);

    [LoggerMessage(5004, LogLevel.Warning, "Peer {Peer} does not answer: {Reason}. Hand-overs wait and are tried again.")]
    private partial void LogPeerDown(ProvinceCode peer, string reason);

    [LoggerMessage(5005, LogLevel.Information, "Peer {Peer} answers again")]
    private partial void LogPeerBack(ProvinceCode peer);

    [LoggerMessage(5006, LogLevel.Error, "Peer {Peer} owes receipts; the oldest is for {Number} {Route} {Sequence}, handed over {Seconds} s ago")]
    private partial void LogLate(ProvinceCode peer, ApplicationNumber number, Route route, int sequence, long seconds);

    [LoggerMessage(5007, LogLevel.Information, "Peer {Peer} owes no receipt any more")]
    private partial void LogNoLongerLate(ProvinceCode peer);

    [LoggerMessage(5008, LogLevel.Error, "The ledgers of {Day} with {Peer} differ in {Differences} entries after repair")]
    private partial void LogDifferencesRemain(ProvinceCode peer, LocalDate day, int differences);

    [LoggerMessage(5009, LogLevel.Error, "The ledgers of {Day} with {Peer} could not be compared")]
    private partial void LogReconciliationFailed(Exception failure, ProvinceCode peer, LocalDate day);

    [LoggerMessage(5010, LogLevel.Error, "Sending to {Peer} failed on this side")]
    private partial void LogSendingFailed(Exception failure, ProvinceCode peer);

    [LoggerMessage(5011, LogLevel.Error, "{Number} {Route} {Sequence}: whoever takes it here failed")]
    private partial void LogReceiverFailed(Exception failure, ApplicationNumber number, Route route, int sequence);

    [LoggerMessage(5012, LogLevel.Information, "{Number} {Route} {Sequence}: the peer has taken it, after {Code}")]
    private partial void LogNoLongerRefused(ApplicationNumber number, Route route, int sequence, string code);

    [LoggerMessage(5013, LogLevel.Critical, "{Number}: its person was erased here, which this stamp has lost. Erase again.")]
    private partial void LogErasureLost(ApplicationNumber number);
}
