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

    /// <summary>Nothing for a step that concerns this stamp's provinces only.</summary>
    public async Task<IReadOnlyList<DocumentWrite>> HandOverAsync(Case after, CaseStep step, OutgoingEvent? outgoing, CancellationToken cancellation)
    {
        if (outgoing is null || !ProvinceCode.TryParse(outgoing.Province, out var to, out _) || !IsElsewhere(to))
        {
            return [];
        }

        var item = catalogue.Get(after.Item, after.ItemVersion);
        var from = exchange.Serves(item.Lead.Province) ? item.Lead.Province : exchange.Provinces[0];
        var entry = TimelineText.Entry(new TimelineEntry(outgoing.Sequence, step), item);
        var body = StampJson.Write(new HandedNotice(outgoing, views.View(after), entry));
        return await outbox.WriteAsync(after.Number, new Route(from, to), [(KindOf(outgoing.Type), body)], cancellation);
    }

    private static HandOverKind KindOf(string type) => type switch
    {
        EventTypes.ReviewRequested => HandOverKind.ReviewTask,
        EventTypes.ApplicationDelivered => HandOverKind.Archive,
        _ => HandOverKind.Notice,
    };
}
