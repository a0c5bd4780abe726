using System.Collections.Concurrent;
using System.Threading.Channels;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>
/// Everything on its way to one peer. What has just been committed comes in by <see cref="Offer"/>; what that misses (a restart, a full lane,
/// another instance's commit, a refusal whose time has come) is found by <see cref="Scan"/> in the index of what is to be sent. Links share
/// nothing, so a peer that is down or slow keeps nobody waiting but itself.
/// </summary>
internal sealed class PeerLink : IDisposable
{
    /// <summary>Batches on their way at the same time.</summary>
    private const int Lanes = 4;

    private const int PageItems = 200;

    private readonly ConcurrentDictionary<DocumentKey, byte> _known = new();
    private readonly Channel<bool> _scans = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly ProvinceCode _peer;
    private readonly LinkState _state;
    private readonly SendingLane[] _lanes;
    private readonly IDocumentStore _documents;
    private readonly IClock _clock;
    private readonly TimeProvider _time;
    private readonly ExchangeOptions _options;
    private readonly ExchangeAlarms _alarms;

    public PeerLink(
        ProvinceCode peer,
        ExchangeOptions options,
        IPeerTransport transport,
        IDocumentStore documents,
        ExchangeSignatures signatures,
        OutboxKeeper keeper,
        ExchangeAlarms alarms,
        IClock clock,
        TimeProvider time,
        Action<ExchangeFaultPoint>? reached)
    {
        (_peer, _options, _documents, _alarms, _clock, _time) = (peer, options, documents, alarms, clock, time);
        _state = new LinkState(peer, options, time, alarms);
        _lanes = [.. Enumerable.Range(0, Lanes).Select(_ => new SendingLane(peer, _state, transport, documents, signatures, keeper, alarms, clock, Forget, Scan, reached))];
        Scan();
    }

    public LinkView View => _state.View;

    /// <summary>Takes what was just committed; never waits.</summary>
    public void Offer(StoredDocument document)
    {
        if (_known.TryAdd(document.Key, 0) && !LaneOf(document).TryOffer(document))
        {
            Forget(document.Key);
            Scan();
        }
    }

    /// <summary>Has the index looked through, soon.</summary>
    public void Scan() => _scans.Writer.TryWrite(true);

    public Task RunAsync(CancellationToken cancellation) =>
        Task.WhenAll([ScanAsync(cancellation), .. _lanes.Select(lane => lane.RunAsync(failure => FailedAsync(failure, cancellation), cancellation))]);

    public void Dispose() => _state.Dispose();

    private async Task ScanAsync(CancellationToken cancellation)
    {
        while (await _scans.Reader.WaitToReadAsync(cancellation))
        {
            _scans.Reader.TryRead(out _);
            try
            {
                await WalkAsync(cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                await FailedAsync(failure, cancellation);
            }
        }
    }

    /// <summary>Everything that is due, oldest first; waits where a lane is full.</summary>
    private async Task WalkAsync(CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var query = new IndexQuery(
                DocumentIndex.HandOversToSend, _peer.Value, PageItems, Continuation: continuation, SortBefore: CaseDocuments.Sort(_clock.GetCurrentInstant()) + "~");
            var page = await _documents.QueryAsync(query, cancellation);
            foreach (var document in page.Documents)
            {
                if (_known.TryAdd(document.Key, 0))
                {
                    await LaneOf(document).OfferAsync(document, cancellation);
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    private SendingLane LaneOf(StoredDocument document) => _lanes[(uint)document.Key.Partition.GetHashCode(StringComparison.Ordinal) % Lanes];

    private void Forget(DocumentKey key) => _known.TryRemove(key, out _);

    private async Task FailedAsync(Exception failure, CancellationToken cancellation)
    {
        _alarms.SendingFailed(_peer, failure);
        await Task.Delay(_options.RetryFirst.ToTimeSpan(), _time, cancellation);
        Scan();
    }
}
