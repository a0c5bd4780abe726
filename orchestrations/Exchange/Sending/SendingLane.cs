using System.Text;
using System.Threading.Channels;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Orchestrations.Exchange.Sending;

/// <summary>
/// Sends the hand-overs of some applications to one peer, a batch after the other. An application has one lane, and a lane has one batch on
/// its way, so an application's hand-overs keep their order.
/// </summary>
internal sealed class SendingLane(
    ProvinceCode peer,
    LinkState link,
    IPeerTransport transport,
    IDocumentStore documents,
    ExchangeSignatures signatures,
    OutboxKeeper keeper,
    ExchangeAlarms alarms,
    IClock clock,
    Action<DocumentKey> forget,
    Action scan,
    Action<ExchangeFaultPoint>? reached)
{
    /// <summary>Entries whose names wait in memory; what does not fit is found again in the index.</summary>
    private const int Capacity = 1024;

    /// <summary>Of these, how many are there whole; the others are read when they have their turn.</summary>
    private const int Whole = 256;

    private readonly Channel<(DocumentKey Key, StoredDocument? Document)> _queue =
        Channel.CreateBounded<(DocumentKey, StoredDocument?)>(new BoundedChannelOptions(Capacity) { SingleReader = true });

    private readonly List<OutboxItem> _hand = [];

    /// <summary>Halves when the peer rejects a request, to find the hand-over that it rejects.</summary>
    private int _limit = HandOverBatch.MaxHandOvers;

    /// <summary>Takes an entry if there is room.</summary>
    public bool TryOffer(StoredDocument document) => _queue.Writer.TryWrite(Waiting(document));

    /// <summary>Takes an entry when there is room.</summary>
    public ValueTask OfferAsync(StoredDocument document, CancellationToken cancellation) => _queue.Writer.WriteAsync(Waiting(document), cancellation);

    /// <summary>Sends what comes until it is cancelled; what it has in hand then is in the store still.</summary>
    /// <param name="failed">Called when this side failed; waits before it goes on.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task RunAsync(Func<Exception, Task> failed, CancellationToken cancellation)
    {
        while (await _queue.Reader.WaitToReadAsync(cancellation))
        {
            try
            {
                await GatherAsync(cancellation);
                while (_hand.Count > 0)
                {
                    await SendAsync(cancellation);
                }
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                // The store, not the peer. Nothing is lost with what is let go here: the next look at the store finds it.
                _hand.ForEach(item => forget(item.Document.Key));
                _hand.Clear();
                await failed(failure);
            }
        }
    }

    private (DocumentKey Key, StoredDocument? Document) Waiting(StoredDocument document) =>
        (document.Key, _queue.Reader.Count < Whole ? document : null);

    private async Task GatherAsync(CancellationToken cancellation)
    {
        while (_hand.Count < HandOverBatch.MaxHandOvers && _queue.Reader.TryRead(out var waiting))
        {
            var isInHand = false;
            try
            {
                isInHand = (waiting.Document ?? await documents.ReadAsync(waiting.Key, cancellation)) is { } document
                    && await AddAsync(document, cancellation);
            }
            catch (InvalidDataException damaged)
            {
                alarms.SendingFailed(peer, damaged); // It stays where it is, and keeps no other from being sent.
            }
            finally
            {
                if (!isInHand)
                {
                    forget(waiting.Key);
                }
            }
        }
    }

    /// <summary>
    /// Takes an entry in hand, after those before it that the peer has not taken yet; these are read from the store itself, since an index
    /// may not show them yet. False when it need not or cannot be sent now.
    /// </summary>
    private async Task<bool> AddAsync(StoredDocument document, CancellationToken cancellation)
    {
        if (_hand.Exists(other => other.Document.Key == document.Key))
        {
            return true; // It came with the one after it.
        }

        var item = OutboxItem.Read(document);
        if (item.Entry.Receipt is not null || item.Entry.Due > clock.GetCurrentInstant())
        {
            return false;
        }

        var envelope = item.Envelope;
        if (envelope.Sequence > 1 && !_hand.Exists(other => other.Precedes(envelope)))
        {
            var before = await documents.ReadAsync(ExchangeDocuments.Outbox(envelope.Number, envelope.Route, envelope.Sequence - 1), cancellation);
            if (before is not null && OutboxItem.Read(before).Entry.Receipt is null && !await AddAsync(before, cancellation))
            {
                return false;
            }
        }

        _hand.Add(item);
        return true;
    }

    private async Task SendAsync(CancellationToken cancellation)
    {
        List<OutboxItem> batch;
        List<SignedHandOver> signed;
        BatchAnswer answer;
        using (var turn = await link.EnterAsync(cancellation))
        {
            batch = _hand[..Fitting(Math.Min(turn.AtMost, _limit))];
            if (turn.Waited)
            {
                await ReadAgainAsync(batch, cancellation);
            }

            signed = batch.ConvertAll(item => new SignedHandOver(item.Entry.Sign(signatures), item.Entry.Body));
            reached?.Invoke(ExchangeFaultPoint.BeforeSent);
            try
            {
                answer = await transport.SendAsync(peer, signed, cancellation);
            }
            catch (PeerRejectedException rejected)
            {
                link.Answered(pause: null);
                await RejectedAsync(batch, signed, rejected, cancellation);
                return;
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                link.Failed(turn, failure.Message);
                return;
            }

            link.Answered(answer.Pause);
        }

        _limit = HandOverBatch.MaxHandOvers;
        if (answer.Answers is { } answers)
        {
            reached?.Invoke(ExchangeFaultPoint.AfterSent);
            await Task.WhenAll(batch.Select((item, i) => keeper.NoteAsync(
                item, signed[i].Message, answers[i], item.Envelope.Sequence > 1 && batch.Exists(other => other.Precedes(item.Envelope)), cancellation)));
            Done(batch.Count);
            if (answers.Any(each => each.Expected is not null))
            {
                scan(); // Those that came too early may have their turn now.
            }
        }
    }

    /// <summary>What has waited in hand, as it stands now: its body may have been erased meanwhile.</summary>
    private async Task ReadAgainAsync(List<OutboxItem> batch, CancellationToken cancellation)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            batch[i] = await documents.ReadAsync(batch[i].Document.Key, cancellation) is { } document ? OutboxItem.Read(document) : batch[i];
        }
    }

    /// <summary>Tries a smaller request; a single hand-over that is rejected is set aside as refused.</summary>
    private async Task RejectedAsync(List<OutboxItem> batch, List<SignedHandOver> signed, PeerRejectedException rejected, CancellationToken cancellation)
    {
        if (batch.Count > 1)
        {
            _limit = batch.Count / 2;
            return;
        }

        await keeper.NoteAsync(batch[0], signed[0].Message, MessageAnswer.Refused(Refusal.Rejected(rejected.Status)), follows: false, cancellation);
        Done(1);
    }

    private void Done(int count)
    {
        foreach (var item in _hand[..count])
        {
            forget(item.Document.Key);
        }

        _hand.RemoveRange(0, count);
    }

    /// <summary>How many of those in hand go into one request: at least one.</summary>
    private int Fitting(int atMost)
    {
        var bytes = 0;
        var count = 0;
        while (count < Math.Min(atMost, _hand.Count) && (bytes += Encoding.UTF8.GetByteCount(_hand[count].Entry.Body)) <= HandOverBatch.MaxBodyBytes)
        {
            count++;
        }

        return Math.Max(count, 1);
    }
}
