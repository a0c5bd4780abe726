using System.Text.Json;
using CrossRegion.Domain.Calendars;
using CrossRegion.Orchestrations.ReadModel;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>Everything is over: waits for that, and says whether it ended right.</summary>
internal sealed class Ends(StampWorld world, IReadOnlyList<Crossing> crossings)
{
    private const int Told = 5;

    /// <summary>Waits until every application is over, wherever it is known, and nobody waits for anything.</summary>
    public async Task ReachAsync()
    {
        await Task.WhenAll(crossings.Select(crossing => crossing.Answer));
        var open = crossings.SelectMany(crossing => Places(crossing).Select(stamp => (Crossing: crossing, Stamp: stamp, Stage: ""))).ToList();
        await Waiting.UntilAsync(
            "every application to be over",
            async () =>
            {
                var seen = await Task.WhenAll(open.Select(async each => each with { Stage = await each.Stamp.StageAsync(each.Crossing.Number) }));
                open = [.. seen.Where(each => each.Stage != each.Crossing.End)];
                return Some(open.Select(each => $"{each.Crossing}, {each.Stage} at {each.Stamp.Province}"));
            },
            waiting => waiting.Length == 0);
        await Waiting.UntilAsync(
            "nothing to wait",
            () => Task.FromResult(Some(world.Stamps.SelectMany(stamp => (IEnumerable<string>)
                [.. stamp.Cases.Waiting(), .. stamp.Cases.OpenEffects(), .. stamp.Queues.Messages()]))),
            waiting => waiting.Length == 0);
    }

    /// <summary>Every application ended as it was to, and every stamp that takes part says the same about it.</summary>
    public async Task CheckOutcomesAsync()
    {
        foreach (var crossing in crossings)
        {
            var competent = world[crossing.Competent.Value];
            var (view, timeline) = (await competent.StatusAsync(crossing.Number), await competent.TimelineAsync(crossing.Number));
            crossing.IsAsExpected(view).ShouldBeTrue($"{crossing}: {Json(view)}");
            timeline.Entries.Select(entry => entry.Sequence).ShouldBe(Enumerable.Range(1, timeline.Entries.Count), $"{crossing}");
            foreach (var stamp in Places(crossing).Where(stamp => stamp != competent))
            {
                var told = await stamp.StatusAsync(crossing.Number);
                told.AsOf.ShouldNotBeNull($"{crossing}, seen by {stamp.Province}");
                Json(told with { AsOf = null }).ShouldBe(Json(view), $"{crossing}, seen by {stamp.Province}");
                (await stamp.TimelineAsync(crossing.Number)).Entries.ShouldBeSubsetOf(timeline.Entries, $"{crossing}, seen by {stamp.Province}");
            }
        }

        foreach (var stamp in world.Stamps)
        {
            (await stamp.FailedAsync()).Failed.ShouldBeEmpty();
            stamp.Cases.Orphans().ShouldBeEmpty();
            stamp.Cases.Cases().ShouldBe(
                crossings.Where(crossing => crossing.Competent.Value == stamp.Province).Select(crossing => crossing.Number).Order(StringComparer.Ordinal));
        }
    }

    /// <summary>Nothing reached anybody outside twice, or changed, and everybody who was to be told was.</summary>
    public void CheckEffects()
    {
        var journal = world.People.Journal;
        journal.RepeatedEffects().ShouldBeEmpty();
        journal.AlteredEvents().ShouldBeEmpty();
        var certificates = journal.Certificates();
        certificates.ShouldAllBe(issued => issued.Count() == 1);
        certificates.SelectMany(issued => issued).ShouldBeUnique();
        certificates.Select(issued => issued.Key).ShouldBe(
            crossings.Where(crossing => crossing.IsGranted).Select(crossing => crossing.Number), ignoreOrder: true);
        var notices = journal.Events.Where(received => received.Receiver.StartsWith("notices-", StringComparison.Ordinal)).ToLookup(received => received.Number);
        foreach (var crossing in crossings)
        {
            notices[crossing.Number].Select(received => received.Type).ShouldBe(crossing.Notices, ignoreOrder: true, $"{crossing}");
            notices[crossing.Number].ShouldAllBe(received => received.Receiver == $"notices-{crossing.Filing}");
        }

        world.People.SharedData.RepeatedQueries().ShouldBeEmpty();
        world.People.Faults.Wrong.ShouldBeEmpty();
    }

    /// <summary>Every hand-over is proven on both sides, and the ledgers of every two stamps agree without being repaired.</summary>
    /// <returns>How many there are.</returns>
    public async Task<int> CheckCustodyAsync()
    {
        var digests = new Dictionary<(string Route, string Day), string>();
        var handOvers = 0;
        foreach (var (stamp, peer) in world.Stamps.SelectMany(stamp => world.Stamps.Where(peer => peer != stamp).Select(peer => (stamp, peer))))
        {
            var sent = world.Auditor.Check(stamp, peer);
            sent.ShouldBePositive($"{stamp.Province} to {peer.Province}");
            handOvers += sent;
            var entries = 0;
            foreach (var day in Days())
            {
                foreach (var route in (await stamp.ReconcileAsync(peer, day)).Routes)
                {
                    (route.DifferencesBefore, route.DifferencesAfter).ShouldBe((0, 0), $"{route}");
                    digests.TryAdd(($"{route.From}-{route.To}", day), route.Digest);
                    route.Digest.ShouldBe(digests[($"{route.From}-{route.To}", day)], $"both sides of {route}");
                    entries += route.From.Value == stamp.Province ? route.Entries : 0;
                }
            }

            entries.ShouldBe(sent);
        }

        foreach (var view in await Task.WhenAll(world.Stamps.Select(stamp => stamp.ExchangeAsync())))
        {
            view.RefusedFromUnknown.ShouldBeEmpty();
            view.Peers.ShouldAllBe(peer => peer.Backlog == 0 && peer.RefusedByPeer.Count == 0 && peer.RefusedHere.Count == 0);
        }

        return handOvers;
    }

    /// <summary>Where an application is known from its beginning to its end.</summary>
    private IEnumerable<Stamp> Places(Crossing crossing) => [.. new[] { world.OfPeople(crossing.Filing.Value), world[crossing.Competent.Value] }.Distinct()];

    /// <summary>Today in China, and yesterday, when it may have begun.</summary>
    private static IEnumerable<string> Days()
    {
        var today = ChinaTime.DateOf(SystemClock.Instance.GetCurrentInstant());
        return [LocalDatePattern.Iso.Format(today.PlusDays(-1)), LocalDatePattern.Iso.Format(today)];
    }

    private static string Json(ApplicationView view) => JsonSerializer.Serialize(view, ReadModelJson.Wire);

    /// <summary>How many there are, and the first of them; empty when there are none.</summary>
    private static string Some(IEnumerable<string> all) =>
        all.ToList() is { Count: > 0 } some ? $"{some.Count}: {string.Join("; ", some.Take(Told))}" : "";
}
