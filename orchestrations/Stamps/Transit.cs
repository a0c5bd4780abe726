using CrossRegion.Domain;
using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Limits;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;
using NodaTime;

namespace CrossRegion.Orchestrations.Stamps;

/// <summary>
/// 移交在途: what this stamp has handed over of an application and has no receipt for yet stands among what the application waits for, with the
/// limit that runs meanwhile. Read from the outbox whenever it is shown, and kept nowhere.
/// </summary>
public sealed class Transit(IDocumentStore documents, ExchangeOptions exchange, ServiceCatalogue catalogue, CurrentCalendar calendar)
{
    /// <summary>Of a case that this stamp handles.</summary>
    public Task<ApplicationView> ShowAsync(ApplicationView view, ApplicationNumber number, CancellationToken cancellation) =>
        ShowAsync(view, number, handed => handed is { IsReceipted: false, Kind: HandOverKind.ReviewTask }, cancellation);

    /// <summary>Of one that another stamp handles: what it is still said to wait for here, and was handed over, is no longer awaited.</summary>
    public async Task<ApplicationView> ShowAsync(ApplicationView view, RemoteCase remote, CancellationToken cancellation)
    {
        var shown = await ShowAsync(
            remote.HandedOver ? view with { Awaiting = [.. view.Awaiting.Select(step => step.Who == AwaitedParty.System ? Competent(step, remote) : step)] } : view,
            remote.Number,
            handed => handed.Kind is HandOverKind.Decision || (handed.Kind == HandOverKind.Material && handed.Count >= remote.Supplements()),
            cancellation);
        return shown.Awaiting.Count > 0 || view.Awaiting.Count == 0 ? shown : shown with { Awaiting = [Competent(GoOn, remote) with { Until = view.PromisedDueOn }] };
    }

    private static AwaitedStep GoOn { get; } = new(AwaitedParty.System, null, string.Empty, string.Empty, new("继续办理", "Go on with the case"), Until: null);

    private async Task<ApplicationView> ShowAsync(
        ApplicationView view, ApplicationNumber number, Func<HandedOn, bool> settles, CancellationToken cancellation)
    {
        if (exchange.Peers.Count == 0)
        {
            return view;
        }

        var handed = HandedOn.Of(await documents.ListAsync(CaseDocuments.Partition(number), ExchangeDocuments.OutboxPrefix, cancellation));
        var underWay = handed.Where(each => !each.IsReceipted).ToList();
        var settled = handed.Where(settles).ToList();
        return underWay.Count + settled.Count == 0 ? view : view with
        {
            Awaiting = [.. underWay.Select(each => Step(each, view)), .. view.Awaiting.Where(step => !IsSettled(step, settled, underWay))],
        };
    }

    /// <summary>It has left this stamp, or nobody can go on before something arrives.</summary>
    private static bool IsSettled(AwaitedStep step, List<HandedOn> settled, List<HandedOn> underWay) => step.Who switch
    {
        AwaitedParty.Department => settled.Exists(each => each.Department == step.Department),
        AwaitedParty.Applicant => settled.Exists(each => each.Kind == HandOverKind.Material),
        _ => underWay.Exists(each => each.Kind is HandOverKind.Application or HandOverKind.Material or HandOverKind.Decision),
    };

    private AwaitedStep Step(HandedOn handed, ApplicationView view)
    {
        var (clock, until) = Meanwhile(handed, view);
        var (name, kind) = (Named(handed.To), handed.Kind.Name());
        return new AwaitedStep(
            AwaitedParty.Stamp,
            handed.Department,
            name.Zh,
            name.En,
            new($"移交在途:{kind.Zh}", $"In transit: {kind.En.ToLowerInvariant()}"),
            until,
            handed.At,
            clock);
    }

    /// <summary>
    /// The limit that runs while it is on its way: the department's own for its task; for a supplement the one for the next notice, which runs from the day
    /// it was handed in (行政许可法 art. 32(4)); else the one that ends first.
    /// </summary>
    private (CodedText? Clock, DateOnly? Until) Meanwhile(HandedOn handed, ApplicationView view)
    {
        if (handed.Kind == HandOverKind.Material)
        {
            var day = ChinaTime.DateOf(Instant.FromDateTimeOffset(handed.At));
            var due = calendar.Value.AddWorkingDays(day, new WorkingDays(LicensingLaw.NoticeRule.Budget.Amount)).Date;
            return (CodedText.Of(ClockKind.Notice) with { Code = ClockKey.Notice(handed.Count + 1).Value }, due.ToDateOnly());
        }

        var clock = view.Clocks
            .Where(each => each.State.Code == ClockState.Running.Code()
                && (each.Department is null || (handed.Kind == HandOverKind.ReviewTask && each.Department == handed.Department)))
            .OrderBy(each => each.Department is null).ThenBy(each => each.DueOn)
            .FirstOrDefault();
        return clock is null ? (null, null) : (clock.Kind with { Code = clock.Key }, clock.DueOn);
    }

    private AwaitedStep Competent(AwaitedStep step, RemoteCase remote)
    {
        var name = Named(remote.Competent);
        return step with { Who = AwaitedParty.Stamp, NameZh = name.Zh, NameEn = name.En };
    }

    private LocalizedText Named(ProvinceCode province)
    {
        var name = catalogue.Divisions.Find(province).Name;
        return new($"{name.Zh}({province})", $"{name.En} ({province})");
    }
}
