using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Orchestrations.ReadModel;
using CrossRegion.Orchestrations.Tests.App;
using Microsoft.Extensions.DependencyInjection;

namespace CrossRegion.Orchestrations.Tests.Stamps;

/// <summary>An hour over midnight without one of three provinces.</summary>
public sealed class ProvinceOutageTests(UndisturbedStream undisturbed) : IClassFixture<UndisturbedStream>
{
    private const string Third = ApplicationStream.Third;

    [Theory]
    [InlineData(Disruption.Cut)]
    [InlineData(Disruption.HalfOpen)]
    [InlineData(Disruption.Stopped)]
    public async Task An_hour_without_one_province_changes_nothing_between_the_others_and_loses_nothing_of_its_own(Disruption disruption)
    {
        await using var stamps = await UndisturbedStream.StartAsync();
        var run = new StreamRun(stamps, UndisturbedStream.Stream, disruption);
        await run.PlayAsync();

        var measures = await StreamMeasures.OfAsync(stamps, run);
        measures.Cases.ShouldBe(undisturbed.Measures.Cases);
        measures.HandOvers.ShouldBe(undisturbed.Measures.HandOvers);
        StreamMeasures.P95(measures.Cases.Values).ShouldBe(StreamMeasures.P95(undisturbed.Measures.Cases.Values));
        ShouldHaveToldOfWhatWasLate(stamps, run, disruption);
        ShouldHaveCaughtUpInOrder(stamps, run);
        await ShouldCountFromWhereTheyCameInAsync(stamps, run);
        await ShouldHaveEverythingOnceAsync(stamps, run);
    }

    /// <summary>Both others waited for the third; it waited for them if it ran.</summary>
    private static void ShouldHaveToldOfWhatWasLate(ThreeStamps stamps, StreamRun run, Disruption disruption)
    {
        run.Late.ShouldBe(
            disruption == Disruption.Stopped ? [("51", Third), ("44", Third)] : [("51", Third), ("44", Third), (Third, "51"), (Third, "44")],
            ignoreOrder: true);
        foreach (var (stamp, peer) in run.Late)
        {
            (run.Told(stamp, 5006, peer), run.Told(stamp, 5007, peer)).ShouldBe((1, 1));
            var alarm = stamps.LogsOf(stamp).Entries.First(entry => entry.EventId == 5006).Text;
            int.Parse(alarm.Split("handed over ")[1].Split(' ')[0], null).ShouldBeInRange(900, 1019, alarm);
        }

        ThreeStamps.Provinces.Sum(province => stamps.LogsOf(province).Count(5006)).ShouldBe(run.Late.Count);
    }

    /// <summary>A link sends on four lanes, each oldest first: what it hands over is four rising rows shuffled, so no five in it fall.</summary>
    private static void ShouldHaveCaughtUpInOrder(ThreeStamps stamps, StreamRun run)
    {
        var custody = stamps.HandedOver.ToList();
        foreach (var route in custody.GroupBy(each => (each.Envelope.Number, each.Envelope.Route)))
        {
            route.Select(each => each.Envelope.Sequence).Distinct().ShouldBeInOrder(SortDirection.Ascending, $"{route.Key}");
        }

        foreach (var sender in (string[])["51", "44"])
        {
            var backlog = custody.Where(each => each.Envelope.From.Value == sender && each.Envelope.To.Value == Third
                && each.CommittedAt < run.OutUntil && each.ReceiptedAt >= run.OutUntil).ToList();
            backlog.ShouldNotBeEmpty(sender);
            LongestFall([.. backlog.Select(each => each.CommittedAt)]).ShouldBeLessThanOrEqualTo(4);
        }
    }

    /// <summary>The law's time counts from the day of filing, though the competent stamp had the application a day later.</summary>
    private async Task ShouldCountFromWhereTheyCameInAsync(ThreeStamps stamps, StreamRun run)
    {
        var handedOverLate = 0;
        foreach (var application in run.Applications.Where(application => application.Plan.Competent == Third))
        {
            var view = await ViewAsync(stamps[Third], application);
            view.ReceivedAt.ShouldBe(application.FiledAt, application.Plan.Reference);
            if (application.FiledAt == undisturbed.Run.Applications.Single(other => other.Plan == application.Plan).FiledAt)
            {
                NoticeDue(view).ShouldBe(undisturbed.NoticeDue[application.Plan.Reference]);
            }

            var taken = stamps.HandedOver.Where(each => each.Envelope.Number.Value == application.Number && each.Envelope.To.Value == Third).Select(each => each.ReceiptedAt).FirstOrDefault();
            handedOverLate += application.Plan.FiledIn != Third && application.FiledAt < UndisturbedStream.Midnight && taken > UndisturbedStream.Midnight ? 1 : 0;
        }

        handedOverLate.ShouldBeGreaterThan(0);
    }

    private static async Task ShouldHaveEverythingOnceAsync(ThreeStamps stamps, StreamRun run)
    {
        foreach (var application in run.Applications)
        {
            var (plan, number) = (application.Plan, ApplicationNumber.Parse(application.Number!));
            (await ViewAsync(stamps[plan.FiledIn], application)).Stage.Code.ShouldBe("delivered", plan.Reference);
            (await ViewAsync(stamps[plan.Competent], application)).Certificate.ShouldNotBeNull();
            foreach (var (from, to) in ThreeStamps.Provinces.SelectMany(from => ThreeStamps.Provinces.Where(to => to != from).Select(to => (from, to))))
            {
                var route = new Route(ProvinceCode.Parse(from), ProvinceCode.Parse(to));
                var sent = await ListAsync<OutboxEntry>(stamps[from], number, ExchangeDocuments.OutboxOf(route));
                var taken = await ListAsync<TakenEntry>(stamps[to], number, ExchangeDocuments.HandedOf(route));
                sent.ShouldAllBe(entry => entry.Message != null && entry.Receipt != null);
                taken.Select(entry => (entry.Digest, entry.Receipt)).ShouldBe(sent.Select(entry => (entry.Digest, entry.Receipt!)), $"{plan.Reference} {route}");
            }
        }

        foreach (var province in ThreeStamps.Provinces)
        {
            stamps[province].Subscribers.HeardBy(FakeSubscribers.Province).Select(heard => heard.Id).ShouldBeUnique();
            foreach (var (peer, day) in ThreeStamps.Provinces.Where(peer => peer != province).SelectMany(peer => UndisturbedStream.Days.Select(day => (peer, day))))
            {
                var result = await stamps[province].Services.GetRequiredService<Reconciliation>().RunAsync(ProvinceCode.Parse(peer), day, CancellationToken.None);
                result.Routes.ShouldAllBe(route => route.DifferencesBefore == 0 && route.DifferencesAfter == 0);
            }

            stamps.LogsOf(province).Entries.ShouldNotContain(entry => entry.EventId == 5001 || entry.EventId == 5002 || entry.EventId == 5003 || entry.EventId >= 5008);
        }
    }

    internal static async Task<ApplicationView> ViewAsync(TestApp stamp, PlayedApplication application) =>
        (await stamp.Reader.FindAsync(ApplicationNumber.Parse(application.Number!), CancellationToken.None)).ShouldNotBeNull();

    internal static DateOnly NoticeDue(ApplicationView view) => view.Clocks.Single(clock => clock.Key.StartsWith("notice", StringComparison.Ordinal)).DueOn;

    private static async Task<List<T>> ListAsync<T>(TestApp stamp, ApplicationNumber number, string prefix) where T : class =>
    [
        .. (await stamp.Services.GetRequiredService<IDocumentStore>().ListAsync(number.Value, prefix, CancellationToken.None))
            .Select(document => ExchangeJson.Read<T>(document.Body)),
    ];

    /// <summary>How many of these, in their order, fall at most.</summary>
    private static int LongestFall(IReadOnlyList<DateTimeOffset> times)
    {
        var lengths = new int[times.Count];
        for (var i = 0; i < times.Count; i++)
        {
            lengths[i] = 1 + Enumerable.Range(0, i).Where(before => times[before] > times[i]).Select(before => lengths[before]).DefaultIfEmpty().Max();
        }

        return lengths.DefaultIfEmpty().Max();
    }
}
