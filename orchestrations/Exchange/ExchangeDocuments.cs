using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Ports;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Orchestrations.Exchange;

/// <summary>The exchange's documents: in an application's partition what was handed over and taken, and beside it what concerns no application.</summary>
/// <remarks>
/// In the application's partition: <c>outbox:51-44:0001</c> on the sending side, <c>handed:51-44:0001</c> on the receiving one. In partitions
/// of their own: <c>exchange:refusals:2026-03-02</c>, <c>exchange:reconciliations:44</c>.
/// </remarks>
public static class ExchangeDocuments
{
    public const string OutboxPrefix = "outbox:";

    public const string HandedPrefix = "handed:";

    public static DocumentKey Outbox(ApplicationNumber number, Route route, int sequence) =>
        new(CaseDocuments.Partition(number), OutboxOf(route) + CaseDocuments.Sequence(sequence));

    /// <summary>Where all that an application has handed over on a route begins with.</summary>
    public static string OutboxOf(Route route) => $"{OutboxPrefix}{route}:";

    public static DocumentKey Handed(ApplicationNumber number, Route route, int sequence) =>
        new(CaseDocuments.Partition(number), HandedOf(route) + CaseDocuments.Sequence(sequence));

    public static string HandedOf(Route route) => $"{HandedPrefix}{route}:";

    /// <summary>The route of a document in an outbox, or of one that was taken.</summary>
    public static Route RouteOf(string id)
    {
        var route = id.Split(':')[1];
        return new Route(ProvinceCode.Parse(route[..2]), ProvinceCode.Parse(route[3..]));
    }

    public static string Refusals(Instant at) => $"exchange:refusals:{Day(ChinaTime.DateOf(at))}";

    /// <summary>The partition of what became of comparing ledgers with a peer.</summary>
    public static string Reconciliations(ProvinceCode peer) => $"exchange:reconciliations:{peer}";

    public static DocumentKey Reconciliation(ProvinceCode peer, LocalDate day) => new(Reconciliations(peer), Day(day));

    /// <summary>The value of <see cref="DocumentIndex.HandOverLedger"/>: what went one way on one day.</summary>
    public static string LedgerOf(Route route, LocalDate day) => $"{route}:{Day(day)}";

    public static IndexEntry InLedger(Envelope envelope) => new(
        DocumentIndex.HandOverLedger,
        LedgerOf(envelope.Route, envelope.Day),
        $"{envelope.Number}:{CaseDocuments.Sequence(envelope.Sequence)}");

    public static IndexEntry ToSend(Envelope envelope, Instant due) => new(
        DocumentIndex.HandOversToSend,
        envelope.To.Value,
        $"{CaseDocuments.Sort(due)}:{envelope.Number}:{CaseDocuments.Sequence(envelope.Sequence)}");

    /// <summary>What a peer has refused of this stamp's.</summary>
    public static IndexEntry RefusedBy(ProvinceCode peer, Instant at) =>
        new(DocumentIndex.RefusedHandOvers, RefusedByValue(peer), CaseDocuments.Sort(at));

    public static string RefusedByValue(ProvinceCode peer) => $"to:{peer}";

    /// <summary>What this stamp has refused of what says that it is from a peer; null: from nobody known.</summary>
    public static IndexEntry RefusedOf(ProvinceCode? sender, Instant at) =>
        new(DocumentIndex.RefusedHandOvers, RefusedOfValue(sender), CaseDocuments.Sort(at));

    public static string RefusedOfValue(ProvinceCode? sender) => sender is null ? "from:unknown" : $"from:{sender}";

    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
