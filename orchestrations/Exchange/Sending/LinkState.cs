using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Wire;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>
/// When the lanes of a link may send. All may while the peer answers; one at a time, after the wait, while it does not or has asked for
/// patience.
/// </summary>
internal sealed class LinkState(ProvinceCode peer, ExchangeOptions options, TimeProvider time, ExchangeAlarms alarms) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _alone = new(1);
    private DateTimeOffset _notBefore;
    private int _attempt;
    private int _failures;
    private Instant? _downSince;
    private string? _reason;
    private Pause? _pause;

    public LinkView View
    {
        get
        {
            lock (_gate)
            {
                return new LinkView(_downSince, _reason, _pause is not null);
            }
        }
    }

    private bool IsNarrow => _failures > 0 || _pause is not null;

    /// <summary>Waits until one may send.</summary>
    public async Task<LinkTurn> EnterAsync(CancellationToken cancellation)
    {
        var waited = false;
        while (true)
        {
            waited |= await WaitAsync(cancellation);
            if (TryEnter(alone: false, out var turn))
            {
                return turn with { Waited = waited };
            }

            await _alone.WaitAsync(cancellation);
            waited = true;
            if (TryEnter(alone: true, out turn))
            {
                return turn with { Waited = true };
            }

            _alone.Release();
        }
    }

    /// <summary>The peer has not answered as a peer does: all wait, twice as long as the last time.</summary>
    public void Failed(LinkTurn turn, string reason)
    {
        lock (_gate)
        {
            if (turn.Attempt != _attempt)
            {
                return; // Told already by one that was sent at the same time.
            }

            _attempt++;
            _failures++;
            _reason = reason;
            _notBefore = time.GetUtcNow() + Backoff.After(_failures, options.RetryFirst, options.RetryCeiling).ToTimeSpan();
            if (_downSince is null)
            {
                _downSince = Instant.FromDateTimeOffset(time.GetUtcNow());
                alarms.PeerDown(peer, reason);
            }
        }
    }

    /// <summary>The peer has answered; <paramref name="pause"/> is what it asks for.</summary>
    public void Answered(Pause? pause)
    {
        lock (_gate)
        {
            if (_downSince is not null)
            {
                alarms.PeerBack(peer);
            }

            _attempt++;
            (_failures, _downSince, _reason, _pause) = (0, null, null, pause);
            if (pause is not null)
            {
                _notBefore = time.GetUtcNow() + TimeSpan.FromMilliseconds(Math.Clamp(pause.Ms, 0, options.RetryCeiling.TotalMilliseconds));
            }
        }
    }

    public void Dispose() => _alone.Dispose();

    private bool TryEnter(bool alone, out LinkTurn turn)
    {
        lock (_gate)
        {
            turn = new LinkTurn(_attempt, _failures > 0 ? 1 : Math.Clamp(_pause?.AtMost ?? HandOverBatch.MaxHandOvers, 1, HandOverBatch.MaxHandOvers), alone ? _alone : null);
            return alone == IsNarrow && time.GetUtcNow() >= _notBefore;
        }
    }

    /// <summary>Whether there was anything to wait for.</summary>
    private async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        for (var waited = false; ; waited = true)
        {
            TimeSpan wait;
            lock (_gate)
            {
                wait = _notBefore - time.GetUtcNow();
            }

            if (wait <= TimeSpan.Zero)
            {
                return waited;
            }

            await Task.Delay(wait, time, cancellation);
        }
    }
}
