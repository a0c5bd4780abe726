using System.Text.Json.Nodes;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Events;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Orchestrations.Notices;

/// <summary>
/// Which steps are told to whom. A pure function of case, step, catalogue and subscriptions, so the same step makes the same event
/// whenever it is asked.
/// </summary>
public sealed class Announcer(ServiceCatalogue catalogue, ISubscribers subscribers, StampOptions stamp)
{
    /// <summary>The event for a step that was just taken, or null for one that is nobody else's business.</summary>
    public Announcement? Announce(Case after, CaseStep step)
    {
        var item = catalogue.Get(after.Item, after.ItemVersion);
        if (Notice.Of(after, step, item) is not { } notice)
        {
            return null;
        }

        var province = Addressee(after, step, item);
        var sequence = after.Steps[step.Key];
        var data = notice.Data;
        data["applicationNumber"] = after.Number.Value;
        data["item"] = new JsonObject { ["code"] = item.Code.Value, ["nameZh"] = item.Name.Zh, ["nameEn"] = item.Name.En };
        data["notice"] = new JsonObject { ["zh"] = notice.Text.Zh, ["en"] = notice.Text.En };
        var outgoing = new OutgoingEvent(
            $"{after.Number}-{CaseDocuments.Sequence(sequence)}",
            notice.Type,
            stamp.Source,
            after.Number.Value,
            step.At.ToDateTimeOffset(),
            province.Value,
            sequence,
            data);
        return new Announcement(outgoing, subscribers.Interested(notice.Type, province.Value));
    }

    /// <summary>
    /// A request for review goes to the department's province, and so does what supervision raises about it; everything else to the province
    /// that filed the application.
    /// </summary>
    private static ProvinceCode Addressee(Case after, CaseStep step, ServiceItem item) => step switch
    {
        ReviewRequested requested => item.FindDepartment(requested.Department)!.Province,
        RungRaised raised => (raised.Rung.Clock.Department is { } department ? item.FindDepartment(department) : null)?.Province ?? item.Lead.Province,
        _ => after.Province,
    };
}
