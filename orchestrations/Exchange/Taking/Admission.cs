using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Wire;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Taking;

/// <summary>
/// How many hand-overs this stamp takes at a time. So many requests at once, the next ones wait, still more are told to come again. Peers that
/// catch up after an outage get one request at a time among them all, and after each a rest in proportion to the work it made: they have a
/// share of this stamp, however much waits there and whatever this machine can do. A peer that falls behind still further meanwhile is let
/// in like any other until it has caught up, or it never would.
/// </summary>
public sealed class Admission(ExchangeOptions options, TimeProvider time) : IDisposable
{
    /// <summary>
    /// A peer that was not heard of for longer than this, and comes with what is older than this, catches up. One that is as late and never was
    /// away has much to hand over: to hold it up would make it later still.
    /// </summary>
    public static readonly Duration CatchUpAge = Duration.FromSeconds(10);

    /// <summary>Hand-overs in a request of a peer that catches up: short work, so that whoever comes between waits little.</summary>
    public const int CatchUpBatch = 16;

    /// <summary>By how much a peer's delay may grow while it catches up.</summary>
    private static readonly Duration Tolerance = Duration.FromMinutes(1);

    private const int AtOnce = 16;
    private const int Waiting = 256;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly Pause TooBusy = new(1000, HandOverBatch.MaxHandOvers);

    private readonly SemaphoreSlim _places = new(AtOnce);
    private readonly Lock _gate = new();
    private readonly Dictionary<ProvinceCode, (long HeardAt, Duration? CatchesUpFrom)> _peers = [];
    private int _waiting;
    private bool _catchingUp;
    private long _restingUntil;

    /// <summary>A place for a request, to be disposed; null with a pause when there is none.</summary>
    public async Task<(IDisposable? Place, Pause Pause)> EnterAsync(CancellationToken cancellation)
    {
        if (Interlocked.Increment(ref _waiting) > Waiting)
        {
            Interlocked.Decrement(ref _waiting);
            return (null, TooBusy);
        }

        try
        {
            using var patience = new CancellationTokenSource(Patience, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
            await _places.WaitAsync(either.Token);
            return (new Place(_places), TooBusy);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (null, TooBusy);
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>Whether a peer has to catch up slowly.</summary>
    /// <param name="peer">Who has proven to be it.</param>
    /// <param name="delay">How old its oldest hand-over is.</param>
    public bool MustWait(ProvinceCode peer, Duration delay)
    {
        lock (_gate)
        {
            var wasAway = !_peers.TryGetValue(peer, out var known) || time.GetElapsedTime(known.HeardAt) > CatchUpAge.ToTimeSpan();
            Duration? from = delay <= CatchUpAge ? null
                : known.CatchesUpFrom is { } begun ? (delay > begun + Tolerance ? Duration.Zero : begun) // Zero: free until it has caught up.
                : wasAway ? delay
                : null;
            _peers[peer] = (time.GetTimestamp(), from);
            return from > Duration.Zero;
        }
    }

    /// <summary>Leave to take a batch of a peer that catches up, or when to come again.</summary>
    public CatchUp? TryCatchUp(out Pause pause)
    {
        lock (_gate)
        {
            var wait = _catchingUp ? TimeSpan.FromMilliseconds(10) : time.GetElapsedTime(time.GetTimestamp(), _restingUntil);
            if (wait > TimeSpan.Zero)
            {
                pause = Of(wait);
                return null;
            }

            _catchingUp = true;
            pause = Of(TimeSpan.Zero);
            return new CatchUp(this, time.GetTimestamp());
        }
    }

    public void Dispose() => _places.Dispose();

    private static Pause Of(TimeSpan wait) => new((int)Math.Ceiling(Math.Max(wait.TotalMilliseconds, 0)), CatchUpBatch);

    private TimeSpan Rest(TimeSpan worked) => worked * ((1 - options.CatchUpShare) / options.CatchUpShare);

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        public void Dispose() => places.Release();
    }

    /// <summary>A batch of a peer that catches up, while it is taken.</summary>
    public sealed class CatchUp(Admission admission, long begun) : IDisposable
    {
        /// <summary>The rest that the work so far has earned.</summary>
        public Pause Pause => Of(admission.Rest(admission.Elapsed(begun)));

        public void Dispose() => admission.End(begun);
    }

    private TimeSpan Elapsed(long begun) => time.GetElapsedTime(begun);

    private void End(long begun)
    {
        lock (_gate)
        {
            _catchingUp = false;
            _restingUntil = time.GetTimestamp() + (long)(Rest(Elapsed(begun)).TotalSeconds * time.TimestampFrequency);
        }
    }
}
