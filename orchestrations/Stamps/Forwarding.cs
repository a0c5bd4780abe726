using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Inbox;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Sealing;
using NodaTime;
using ReviewDecided = CrossRegion.Orchestrations.Events.ReviewDecided;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>Takes in what is for another stamp, and hands it over in the same batch: there is no event without its hand-over.</summary>
public sealed class Forwarding(
    IDocumentStore documents, CaseKeys keys, RemoteCases remotes, Outbox outbox, Relay relay, ExchangeOptions exchange, CaseViews views, CaseTime time, IClock clock)
{
    /// <summary>Whether another stamp accepts and decides applications for the item.</summary>
    public bool IsElsewhere(ServiceItem item) => relay.IsElsewhere(item.Lead.Province);

    /// <summary>
    /// An application that another stamp is competent for. One that is received here for it (异地代收代办) has its applicant's identity
    /// checked first; every other is handed over at once. Null when it is there already.
    /// </summary>
    public async Task<Receipt?> BeginAsync(ApplicationNumber number, ApplicationSubmitted submitted, ServiceItem item, Applied applied, CancellationToken cancellation)
    {
        var (seal, key) = await keys.NewAsync(number, cancellation);
        var via = exchange.Serves(submitted.Province) ? submitted.Province : exchange.Provinces[0];
        var begun = Case.Begin(number, applied);
        var view = views.Told(begun.After(new Received(applied.At, CaseActors.System), time.RulesOf(begun)));
        var isChecked = item.Mode == CrossProvinceMode.RemoteReceipt;
        var remote = new RemoteCase(
            number, item.Lead.Province, via, Filed: true, applied.At, HandedOver: !isChecked, [], RemoteCase.SummaryOf(view), view, []);
        var entry = new InboxEntry(InboxSlot.Submitted, applied.At, submitted, TakenUp: !isChecked);
        List<DocumentWrite> batch = [key, RemoteCases.Create(seal, remote), CaseInbox.Waiting(number, seal, entry)];
        if (!isChecked)
        {
            batch.AddRange(await HandOverAsync(remote, submitted, applied.At, new Collection(via, applied.At, null), cancellation));
        }

        return (await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed
            ? new Receipt(ReceiptKind.Taken, number, isChecked ? new InboxMessage(number, entry.Slot) : null, [])
            : null;
    }

    /// <summary>Hands over an application whose applicant's identity was checked, once.</summary>
    public async Task HandOverCheckedAsync(ApplicationNumber number, bool? identityConfirmed, CancellationToken cancellation)
    {
        while (await remotes.FindAsync(number, cancellation) is { Case.HandedOver: false } found)
        {
            var seal = await keys.OfAsync(number, cancellation);
            var kept = await documents.ReadAsync(new DocumentKey(CaseDocuments.Partition(number), CaseDocuments.Inbox(InboxSlot.Submitted)), cancellation)
                ?? throw new InvalidDataException($"{number} has nothing in its inbox under {InboxSlot.Submitted}");
            var entry = seal.Read<InboxEntry>(kept);
            List<DocumentWrite> batch =
            [
                RemoteCases.Replace(seal, found.Case with { HandedOver = true }, found.ETag),
                .. await HandOverAsync(
                    found.Case, entry.Event!, entry.ReceivedAt, new Collection(found.Case.Via, entry.ReceivedAt, identityConfirmed), cancellation),
            ];
            if ((await documents.CommitAsync(CaseDocuments.Partition(number), batch, cancellation)).Committed)
            {
                return;
            }
        }
    }

    /// <summary>Why an event about it is not taken; null when it is.</summary>
    public async Task<Receipt?> RefusalAsync(CaseEvent incoming, RemoteCase remote, CancellationToken cancellation) =>
        (await PlaceAsync(incoming, remote, cancellation)).Refusal;

    /// <summary>Keeps an event about an application that another stamp handles, and hands it over.</summary>
    public async Task<Receipt> KeepAsync(CaseEvent incoming, RemoteCase remote, CancellationToken cancellation)
    {
        while (true)
        {
            var (slot, refusal) = await PlaceAsync(incoming, remote, cancellation);
            if (refusal is not null)
            {
                return refusal;
            }

            var now = clock.GetCurrentInstant();
            var seal = await keys.OfAsync(incoming.Number, cancellation);
            List<DocumentWrite> batch =
            [
                CaseInbox.Waiting(incoming.Number, seal, new InboxEntry(slot, now, incoming, TakenUp: true)),
                .. await HandOverAsync(remote, incoming, now, null, cancellation),
            ];
            if ((await documents.CommitAsync(CaseDocuments.Partition(incoming.Number), batch, cancellation)).Committed)
            {
                return new Receipt(ReceiptKind.Taken, incoming.Number, null, []);
            }
        }
    }

    private async Task<(string Slot, Receipt? Refusal)> PlaceAsync(CaseEvent incoming, RemoteCase remote, CancellationToken cancellation)
    {
        var (number, slot) = (incoming.Number, SlotOf(incoming, remote));
        if (remote.Erasure is not null)
        {
            return (slot, new Receipt(ReceiptKind.Conflict, number, null, [CaseInbox.Erased]));
        }

        var seal = await keys.OfAsync(number, cancellation);
        var held = await documents.ListAsync(CaseDocuments.Partition(number), CaseDocuments.InboxPrefix, cancellation);
        if (held.Select(seal.Read<InboxEntry>).Any(entry => entry.Event is { } kept && kept.Id == incoming.Id && kept.Source == incoming.Source))
        {
            return (slot, new Receipt(ReceiptKind.Duplicate, number, null, []));
        }

        var fault = held.Any(document => document.Key.Id == CaseDocuments.Inbox(slot))
            ? new Fault("subject", "already-received", "该办件已收到同类事件", $"the case has received such an event before ({slot})")
            : Occasion(incoming, remote);
        return (slot, fault is null ? null : new Receipt(ReceiptKind.Conflict, number, null, [fault]));
    }

    /// <summary>Null when, as far as is known here, the case waits for such an event. The competent stamp has the last word.</summary>
    private static Fault? Occasion(CaseEvent incoming, RemoteCase remote) => incoming switch
    {
        ApplicationSupplemented when !remote.AwaitsSupplement() =>
            new("type", "nothing-to-supplement", "该办件没有等待补正的告知", "no notice waits for a supplement"),
        ApplicationWithdrawn when remote.IsClosed() =>
            new("type", "too-late", "该办件已作出决定,不能撤回", "the case is decided: it can no longer be withdrawn"),
        EvaluationSubmitted when !remote.InvitesEvaluation() =>
            new("type", "not-invited", "该办件尚未邀请评价", "the case does not invite an evaluation yet"),
        ReviewDecided decided when !remote.Tasks.Contains(decided.Data.Department) => new(
            "data.department",
            "review-not-requested",
            $"未请部门{decided.Data.Department}审查",
            $"the review of {decided.Data.Department} is not requested"),
        _ => null,
    };

    private static string SlotOf(CaseEvent incoming, RemoteCase remote) => incoming switch
    {
        ApplicationSupplemented => InboxSlot.Supplement(remote.Supplements()),
        ApplicationWithdrawn => InboxSlot.Withdrawn,
        ReviewDecided decided => InboxSlot.Review(decided.Data.Department),
        EvaluationSubmitted => InboxSlot.Evaluation,
        ExtensionApproved => InboxSlot.Extension,
        _ => $"{incoming.Type}:{incoming.Id}"[..Math.Min(150, incoming.Type.Length + 1 + incoming.Id.Length)],
    };

    private Task<IReadOnlyList<DocumentWrite>> HandOverAsync(
        RemoteCase remote, IncomingEvent incoming, Instant receivedAt, Collection? collected, CancellationToken cancellation) => outbox.WriteAsync(
        remote.Number,
        new Route(remote.Via, remote.Competent),
        [(KindOf(incoming), StampJson.Write(new HandedEvent(incoming, receivedAt, collected)))],
        cancellation);

    private static HandOverKind KindOf(IncomingEvent incoming) => incoming switch
    {
        ApplicationSubmitted => HandOverKind.Application,
        ApplicationSupplemented => HandOverKind.Material,
        ApplicationWithdrawn or EvaluationSubmitted => HandOverKind.Statement,
        _ => HandOverKind.Decision,
    };
}
