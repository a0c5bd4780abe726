using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Effects;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using NodaTime;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>Takes what a competent stamp tells, notes where the application stands, and plans to tell this stamp's subscribers.</summary>
public sealed class NoticeReceiver(HandOverKind kind, RemoteCases remotes, CaseKeys keys, ISubscribers subscribers, IClock clock) : IHandOverReceiver
{
    public HandOverKind Kind => kind;

    public async Task<Reception> ReceiveAsync(HandOver handOver, CancellationToken cancellation)
    {
        var envelope = handOver.Envelope;
        if (!StampJson.TryRead<HandedNotice>(handOver.Body, out var notice, out var fault))
        {
            return new Reception.Refuse([new Fault("body", "body", "移交内容无法识别", $"the body {fault}")]);
        }

        if ((notice.Event?.Subject ?? notice.View.Number) != envelope.Number.Value || notice.View.Number != envelope.Number.Value)
        {
            return new Reception.Refuse([new Fault("body", "other-application", "移交内容与办件编号不符", "the body is about another application")]);
        }

        var (number, now) = (envelope.Number, clock.GetCurrentInstant());
        List<DocumentWrite> writes = [];
        CaseSeal seal;
        if (await remotes.FindAsync(number, cancellation) is { } found)
        {
            if (found.Case.Erasure is not null)
            {
                return new Reception.Take([]); // It comes late, on another route, and there is nobody left whom it could be about.
            }

            seal = await keys.OfAsync(number, cancellation);
            writes.Add(RemoteCases.Replace(seal, found.Case.After(notice, Asked(notice.Event)), found.ETag));
        }
        else
        {
            (seal, var key) = await keys.NewAsync(number, cancellation);
            writes.AddRange([key, RemoteCases.Create(seal, RemoteCase.Told(envelope, notice.View).After(notice, Asked(notice.Event)))]);
        }

        return notice.Event is { } outgoing ? Planned(number, outgoing, seal, writes, now) : new Reception.Take(writes);
    }

    /// <summary>The event, an effect for each who wants it, and an entry that says that they are to be told.</summary>
    private Reception.Take Planned(ApplicationNumber number, OutgoingEvent outgoing, CaseSeal seal, List<DocumentWrite> writes, Instant now)
    {
        var interested = subscribers.Interested(outgoing.Type, outgoing.Province);
        var id = CaseDocuments.Outgoing(outgoing.Sequence);
        writes.Add(new DocumentWrite.Create(id, seal.Write(id, outgoing), []));
        writes.AddRange(interested.Select(subscriber => CaseDocuments.PublicationKey(outgoing.Sequence, subscriber)).Select(key =>
            new DocumentWrite.Create(CaseDocuments.Effect(key), CaseJson.Write(EffectEntry.Planned(key, now)), [])));
        if (interested.Count == 0)
        {
            return new Reception.Take(writes);
        }

        var slot = InboxSlot.Told(outgoing.Sequence);
        writes.Add(CaseInbox.Waiting(number, seal, new InboxEntry(slot, now, Event: null, TakenUp: false)));
        return new Reception.Take(writes, new InboxMessage(number, slot));
    }

    private static DepartmentKey? Asked(OutgoingEvent? outgoing) =>
        outgoing?.Type == EventTypes.ReviewRequested && DepartmentKey.TryParse((string?)outgoing.Data["department"], out var department, out _)
            ? department
            : null;
}
