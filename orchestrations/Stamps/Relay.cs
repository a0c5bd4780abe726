using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>Which steps of a case are for another stamp, and what it is handed of them, in the batch of the step.</summary>
public sealed class Relay(Outbox outbox, ExchangeOptions exchange, CaseViews views, ServiceCatalogue catalogue)
{
    /// <summary>Another stamp serves that province.</summary>
    public bool IsElsewhere(ProvinceCode province) => !exchange.Serves(province) && exchange.Peers.Contains(province);

    /// <summary>
    /// The event of the step for the stamp of the province that it is addressed to; and for every other one that takes part, where the
    /// application stands, whenever it comes to another stage, or a clock has started, paused or stopped, or ends on another day: so each
    /// shows the same, and it is plain on each whose clock runs.
    /// </summary>
    public async Task<IReadOnlyList<DocumentWrite>> HandOverAsync(
        Case before, Case after, CaseStep step, OutgoingEvent? outgoing, CancellationToken cancellation)
    {
        var item = catalogue.Get(after.Item, after.ItemVersion);
        var addressee = outgoing is null ? null : StampOf(ProvinceCode.Parse(outgoing.Province), after);
        var told = TakingPart(before, after, item).Select(province => StampOf(province, after)).Append(addressee).OfType<ProvinceCode>().Distinct().ToList();
        if (told.Count == 0)
        {
            return [];
        }

        var from = exchange.Serves(item.Lead.Province) ? item.Lead.Province : exchange.Provinces[0];
        var (view, entry) = (views.Told(after), TimelineText.Entry(new TimelineEntry(after.Steps[step.Key], step), item));
        List<DocumentWrite> writes = [];
        foreach (var to in told)
        {
            var notice = new HandedNotice(to == addressee ? outgoing : null, view, entry);
            writes.AddRange(await outbox.WriteAsync(after.Number, new Route(from, to), [(KindOf(notice.Event?.Type), StampJson.Write(notice))], cancellation));
        }

        return writes;
    }

    /// <summary>
    /// The province under which another stamp is told what concerns this one; null when that is this stamp's business. A province without a
    /// stamp hears from the one that it filed the application with.
    /// </summary>
    private ProvinceCode? StampOf(ProvinceCode province, Case subject) =>
        IsElsewhere(province) ? province
        : !exchange.Serves(province) && province == subject.Province && subject.ReceivedIn is { } receivedIn && IsElsewhere(receivedIn) ? receivedIn
        : null;

    /// <summary>The provinces that have to know of a change: where it was filed, and those of departments that were asked.</summary>
    private static IEnumerable<ProvinceCode> TakingPart(Case before, Case after, ServiceItem item) =>
        before.Stage == after.Stage && before.Clocks.Values.SequenceEqual(after.Clocks.Values, ReferenceEqualityComparer.Instance) && before.Told.SequenceEqual(after.Told)
            ? []
            : [after.Province, after.ReceivedIn ?? after.Province, .. item.Departments.Where(department => WasAsked(after, department)).Select(department => department.Province)];

    private static bool WasAsked(Case subject, Department department) =>
        subject.Reviews.GetValueOrDefault(department.Key.Value)?.State is not (null or ReviewState.Waiting);

    /// <summary>
    /// That the person is erased, for every stamp that was told anything of the application or told it to this one: who has passed personal
    /// data on has them erased there too (个人信息保护法 art. 47).
    /// </summary>
    public async Task<IReadOnlyList<DocumentWrite>> HandErasureOverAsync(
        Case erased, IReadOnlyList<TimelineEntry> timeline, CancellationToken cancellation)
    {
        var item = catalogue.Get(erased.Item, erased.ItemVersion);
        var body = StampJson.Write(new HandedErasure(views.View(erased), [.. timeline.Select(entry => TimelineText.Entry(entry, item))]));
        List<DocumentWrite> writes = [];
        foreach (var route in await outbox.RoutesAsync(erased.Number, cancellation))
        {
            writes.AddRange(await outbox.WriteAsync(erased.Number, route, [(HandOverKind.Erasure, body)], cancellation));
        }

        return writes;
    }

    private static HandOverKind KindOf(string? type) => type switch
    {
        EventTypes.ReviewRequested => HandOverKind.ReviewTask,
        EventTypes.ApplicationDelivered => HandOverKind.Archive,
        _ => HandOverKind.Notice,
    };
}
