using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.Sealing;
using CrossRegion.Orchestrations.Stamps;
using NodaTime;

namespace CrossRegion.Orchestrations.Inbox;

/// <summary>
/// Keeps what comes in before anything is done about it. An event is kept in the case's own partition; its queue message only says
/// where. A message that is lost is sent again from the index of waiting events.
/// </summary>
public sealed class CaseInbox(
    IDocumentStore documents,
    CaseStore cases,
    CaseKeys keys,
    RemoteCases remotes,
    Forwarding forwarding,
    ServiceCatalogue catalogue,
    CaseTime time,
    NumberKey key,
    IClock clock)
{
    /// <summary>Why nothing is taken in about an erased case.</summary>
    public static Fault Erased { get; } =
        new("subject", "erased", "该办件的个人信息已依法删除,不再接收事件", "the person is erased from the case: it takes in nothing more");

    /// <summary>What <see cref="ReceiveAsync"/> would answer, without keeping anything; null when it would keep the event.</summary>
    public async Task<Receipt?> CheckAsync(IncomingEvent incoming, CancellationToken cancellation) => incoming switch
    {
        CaseEvent about when await remotes.FindAsync(about.Number, cancellation) is { } elsewhere =>
            await forwarding.RefusalAsync(about, elsewhere.Case, cancellation),
        CaseEvent about => (await PlaceAsync(about, cancellation)).Refusal,
        _ => null,
    };

    public Task<Receipt> ReceiveAsync(IncomingEvent incoming, CancellationToken cancellation) => incoming switch
    {
        ApplicationSubmitted submitted => BeginAsync(submitted, cancellation),
        CaseEvent about => KeepAsync(about, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(incoming), incoming.Type, "not an event that comes in"),
    };

    /// <summary>What is in a slot, or null.</summary>
    public async Task<InboxEntry?> FindAsync(ApplicationNumber number, string slot, CancellationToken cancellation)
    {
        var seal = await keys.OfAsync(number, cancellation);
        return await documents.ReadAsync(Location(number, slot), cancellation) is { } document ? seal.Read<InboxEntry>(document) : null;
    }

    /// <summary>Whether something came in that is not in the case yet: a decision, a supplement, a withdrawal.</summary>
    public async Task<bool> HasNewsAsync(Case subject, CancellationToken cancellation)
    {
        var seal = await keys.OfAsync(subject.Number, cancellation);
        var held = await documents.ListAsync(CaseDocuments.Partition(subject.Number), CaseDocuments.InboxPrefix, cancellation);
        return held.Select(seal.Read<InboxEntry>).Any(entry => entry.Event switch
        {
            ProcedureStarted or ProcedureEnded or ExtensionApproved => !entry.TakenUp,
            _ => InboxSlot.IsNews(entry.Slot, subject),
        });
    }

    /// <summary>Notes that an orchestration knows: the entry waits no longer.</summary>
    public async Task MarkTakenUpAsync(
        ApplicationNumber number, string slot, CancellationToken cancellation, IReadOnlyList<Fault>? refused = null)
    {
        var seal = await keys.OfAsync(number, cancellation);
        var document = await documents.ReadAsync(Location(number, slot), cancellation);
        if (document is null || seal.Read<InboxEntry>(document) is not { TakenUp: false } entry)
        {
            return;
        }

        // A conflict means that somebody else has just noted the same.
        var write = new DocumentWrite.Replace(document.Key.Id, seal.Write(document.Key.Id, entry with { TakenUp = true, Refused = refused }), [], document.ETag);
        await documents.CommitAsync(document.Key.Partition, [write], cancellation);
    }

    /// <summary>Messages for everything received before <paramref name="before"/> that no orchestration knows of, oldest first.</summary>
    public async Task<IReadOnlyList<InboxMessage>> WaitingAsync(Instant before, int maxItems, CancellationToken cancellation)
    {
        var query = new IndexQuery(DocumentIndex.WaitingEvents, CaseDocuments.All, maxItems, SortBefore: CaseDocuments.Sort(before));
        var page = await documents.QueryAsync(query, cancellation);
        return [.. page.Documents.Select(document => new InboxMessage(
            ApplicationNumber.Parse(document.Key.Partition),
            document.Key.Id[CaseDocuments.InboxPrefix.Length..]))];
    }

    /// <summary>The document that keeps an entry until it is taken up.</summary>
    public static DocumentWrite.Create Waiting(ApplicationNumber number, CaseSeal seal, InboxEntry entry)
    {
        var id = CaseDocuments.Inbox(entry.Slot);
        return new(id, seal.Write(id, entry), Indexes(number, entry));
    }

    /// <summary>An entry is found as long as it waits.</summary>
    public static IReadOnlyList<IndexEntry> Indexes(ApplicationNumber number, InboxEntry entry) =>
        entry.TakenUp ? [] : [new(DocumentIndex.WaitingEvents, CaseDocuments.All, $"{CaseDocuments.Sort(entry.ReceivedAt)}:{number}")];

    private static DocumentKey Location(ApplicationNumber number, string slot) => new(CaseDocuments.Partition(number), CaseDocuments.Inbox(slot));

    /// <summary>
    /// What to write for an event that another stamp took in for this one; it counts from when it came in there. What is no news, or comes
    /// too late to change anything, is taken and changes nothing.
    /// </summary>
    public async Task<Reception> AdmitAsync(ApplicationNumber number, HandedEvent handed, CancellationToken cancellation)
    {
        if (EventSize.Of(handed.Event) is > EventSize.MaximumBytes and var bytes)
        {
            return new Reception.Refuse([new Fault(
                "body.event", "too-large", $"事件最多{EventSize.MaximumBytes}字节,此事件为{bytes}字节", $"an event has at most {EventSize.MaximumBytes} bytes, this one has {bytes}")]);
        }

        if (handed.Event is not CaseEvent about)
        {
            return await AdmitApplicationAsync(number, (ApplicationSubmitted)handed.Event, handed, cancellation);
        }

        var (slot, refusal) = await PlaceAsync(about, cancellation);
        if (refusal is { Kind: ReceiptKind.Unknown })
        {
            return new Reception.Refuse(refusal.Faults);
        }

        if (refusal is not null)
        {
            return new Reception.Take([], refusal.Message);
        }

        var entry = new InboxEntry(slot, handed.ReceivedAt, about, TakenUp: false);
        return new Reception.Take([Waiting(number, await keys.OfAsync(number, cancellation), entry)], new InboxMessage(number, slot));
    }

    private async Task<Reception> AdmitApplicationAsync(
        ApplicationNumber number, ApplicationSubmitted submitted, HandedEvent handed, CancellationToken cancellation)
    {
        if (await documents.ReadAsync(CaseDocuments.Case(number), cancellation) is not null)
        {
            return new Reception.Take([]);
        }

        if (catalogue.Find(submitted.Data.Item, ChinaTime.DateOf(handed.ReceivedAt)) is not { } item)
        {
            return new Reception.Refuse([new Fault("body.event.data.item", "unknown-item", "目录中没有该现行事项", "the catalogue has no such item in force")]);
        }

        var entry = new InboxEntry(InboxSlot.Submitted, handed.ReceivedAt, submitted, TakenUp: false);
        var writes = await cases.BeginWritesAsync(
            number, Applied(submitted, item, handed.ReceivedAt), handed.Collected, seal => Waiting(number, seal, entry), cancellation);
        return new Reception.Take(writes.Batch, new InboxMessage(number, entry.Slot));
    }

    private async Task<Receipt> BeginAsync(ApplicationSubmitted submitted, CancellationToken cancellation)
    {
        var number = ApplicationNumber.Derive(submitted.Province, submitted.Source.Value, submitted.Subject, key.Value.Span);
        if (await documents.ReadAsync(CaseDocuments.Case(number), cancellation) is not null
            || await remotes.FindAsync(number, cancellation) is not null)
        {
            return Duplicate(number, await FindAsync(number, InboxSlot.Submitted, cancellation));
        }

        var now = clock.GetCurrentInstant();
        var item = catalogue.Find(submitted.Data.Item, ChinaTime.DateOf(now))
            ?? throw new InvalidOperationException($"item {submitted.Data.Item} is not in force; the intake had to refuse it");
        var applied = Applied(submitted, item, now);
        var entry = new InboxEntry(InboxSlot.Submitted, now, submitted, TakenUp: false);
        if (forwarding.IsElsewhere(item))
        {
            return await forwarding.BeginAsync(number, submitted, item, applied, cancellation) ?? Duplicate(number, entry);
        }

        return await cases.BeginAsync(number, applied, seal => Waiting(number, seal, entry), cancellation)
            ? new Receipt(ReceiptKind.Taken, number, new InboxMessage(number, entry.Slot), [])
            : Duplicate(number, entry);
    }

    private static Applied Applied(ApplicationSubmitted submitted, ServiceItem item, Instant at)
    {
        var data = submitted.Data;
        return new Applied(
            at,
            CaseActors.Applicant,
            submitted.Subject,
            submitted.Province,
            item.Code,
            item.Version,
            data.Applicant,
            data.Agent,
            data.Channel,
            data.Language,
            data.Materials);
    }

    /// <summary>
    /// The same answer again. While no orchestration knows of the first copy, its message goes again too: a sender repeats itself when
    /// it got no answer, and then the message may be lost with the answer.
    /// </summary>
    private static Receipt Duplicate(ApplicationNumber number, InboxEntry? kept) =>
        new(ReceiptKind.Duplicate, number, kept is { TakenUp: false } ? new InboxMessage(number, kept.Slot) : null, []);

    private async Task<Receipt> KeepAsync(CaseEvent incoming, CancellationToken cancellation)
    {
        if (await remotes.FindAsync(incoming.Number, cancellation) is { } elsewhere)
        {
            return await forwarding.KeepAsync(incoming, elsewhere.Case, cancellation);
        }

        while (true)
        {
            var (slot, refusal) = await PlaceAsync(incoming, cancellation);
            if (refusal is not null)
            {
                return refusal;
            }

            var entry = new InboxEntry(slot, clock.GetCurrentInstant(), incoming, TakenUp: false);
            var waiting = Waiting(incoming.Number, await keys.OfAsync(incoming.Number, cancellation), entry);
            var kept = await documents.CommitAsync(CaseDocuments.Partition(incoming.Number), [waiting], cancellation);
            if (kept.Committed)
            {
                return new Receipt(ReceiptKind.Taken, incoming.Number, new InboxMessage(incoming.Number, slot), []);
            }
        }
    }

    /// <summary>The slot for an event, or the answer to an event that has none.</summary>
    private async Task<(string Slot, Receipt? Refusal)> PlaceAsync(CaseEvent incoming, CancellationToken cancellation)
    {
        var number = incoming.Number;
        if (await cases.FindAsync(number, cancellation) is not { } subject)
        {
            return Refuse(ReceiptKind.Unknown, "subject", "unknown-application", $"没有编号为{number}的办件", $"there is no application {number}");
        }

        if (subject.ErasedAt is not null)
        {
            return (string.Empty, new Receipt(ReceiptKind.Conflict, number, null, [Erased]));
        }

        var slot = InboxSlot.Of(incoming, subject);
        var seal = await keys.OfAsync(number, cancellation);
        var held = await documents.ListAsync(CaseDocuments.Partition(number), CaseDocuments.InboxPrefix, cancellation);
        var first = held.Select(seal.Read<InboxEntry>)
            .FirstOrDefault(entry => entry.Event is { } kept && kept.Id == incoming.Id && kept.Source == incoming.Source);
        if (first is not null)
        {
            return (slot, Duplicate(number, first));
        }

        if (held.Any(document => document.Key.Id == CaseDocuments.Inbox(slot)))
        {
            return Refuse(ReceiptKind.Conflict, "subject", "already-received", "该办件已收到同类事件", $"the case has received such an event before ({slot})");
        }

        var faults = Occasion.FaultsOf(incoming, slot, subject, time.RulesOf(subject), clock.GetCurrentInstant());
        return (slot, faults.Count > 0 ? new Receipt(ReceiptKind.Conflict, number, null, faults) : null);

        (string, Receipt?) Refuse(ReceiptKind kind, string path, string code, string zh, string en) =>
            (string.Empty, new Receipt(kind, number, null, [new Fault(path, code, zh, en)]));
    }
}
