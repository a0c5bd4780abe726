using System.Collections.Concurrent;
using System.Diagnostics;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Exchange.Wire;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

/// <summary>Lines that are cut, peers that are gone.</summary>
public sealed class OutageTests
{
    [Theory]
    [InlineData(LinkMode.Cut)]
    [InlineData(LinkMode.NoAnswers)]
    [InlineData(LinkMode.HalfOpen)]
    public async Task Whatever_becomes_of_the_line_nothing_is_lost_or_done_twice_and_the_order_is_kept(LinkMode mode)
    {
        await using var world = await World.StartAsync("51", "44");
        var number = World.Application(1);
        await world["51"].HandOverAsync(number, "44", "1");
        await world.UntilReceiptedAsync(number, "51", "44");

        world.Link("51", "44").Be(mode);
        await world["51"].HandOverAsync(number, "44", "2");
        await world["51"].HandOverAsync(number, "44", "3");
        await DownAsync(world, mode);
        world.Link("51", "44").Be(LinkMode.Open);
        await world.RunUntilReceiptedAsync(number, "51", "44", 3);

        (await world["44"].WorkAsync(number, "51")).ShouldBe(["1", "2", "3"]);
        world["44"].Receiver.Asked.Select(handOver => handOver.Body).ShouldBe(["1", "2", "3"]);
        world["51"].Logs.Count(5004).ShouldBe(1);
        await world.UntilAsync("the peer to be told back", () => Task.FromResult(world["51"].Logs.Count(5005) == 1));
    }

    [Fact]
    public async Task Attempts_come_ever_more_seldom_up_to_the_ceiling_and_never_end()
    {
        await using var world = await World.StartAsync("51", "44");
        var attempts = new List<DateTimeOffset>();
        world["51"].Transport.Instead = (_, _, _) =>
        {
            lock (attempts)
            {
                attempts.Add(world.Clock.GetUtcNow());
            }

            return Task.FromException<BatchAnswer>(new HttpRequestException("down"));
        };
        await world["51"].HandOverAsync(World.Application(1), "44", "{}");

        int[] waits = [1, 2, 4, 8, 16, 32, 60, 60, 60];
        for (var i = 0; i < waits.Length; i++)
        {
            await UntilAttemptsAsync(world, attempts, i + 1);
            await world.UntilAsync("the wait", () => Task.FromResult(world["51"].Get<Dispatcher>().ViewOf(world["44"].Province)?.Reason == "down"));
            world.Clock.Advance(TimeSpan.FromSeconds(waits[i]) - TimeSpan.FromMilliseconds(1));
            world.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        await UntilAttemptsAsync(world, attempts, waits.Length + 1);
        attempts.Zip(attempts.Skip(1), (before, after) => (int)Math.Round((after - before).TotalSeconds)).ShouldBe(waits);
    }

    [Fact]
    public async Task One_peers_outage_keeps_no_other_waiting()
    {
        await using var world = await World.StartAsync("51", "44", "50");
        world.Link("51", "44").Be(LinkMode.HalfOpen);
        for (var i = 0; i < 20; i++)
        {
            await world["51"].HandOverAsync(World.Application(i), "44", "{}");
        }

        for (var i = 0; i < 20; i++)
        {
            await world["51"].HandOverAsync(World.Application(i), "50", "{}");
            await world.UntilReceiptedAsync(World.Application(i), "51", "50");
        }

        (await world["51"].PeerAsync("44")).Backlog.ShouldBe(20);
        (await world["51"].PeerAsync("50")).Backlog.ShouldBe(0);
    }

    [Fact]
    public async Task A_receipt_that_is_late_is_an_alarm_until_it_comes()
    {
        await using var world = await World.StartAsync("51", "44");
        world.Link("51", "44").Be(LinkMode.Cut);
        await world["51"].HandOverAsync(World.Application(1), "44", "{}");
        await world.UntilAsync("the peer to be down", () => Task.FromResult(world["51"].Logs.Count(5004) == 1));

        world.Clock.Advance(TimeSpan.FromSeconds(899));
        world["51"].Logs.Count(5006).ShouldBe(0);
        await world.RunUntilAsync("the alarm", () => Task.FromResult(world["51"].Logs.Count(5006) == 1));
        var peer = await world["51"].PeerAsync("44");
        peer.Late.ShouldBeTrue();
        peer.Oldest!.Number.ShouldBe(World.Application(1).Value);
        peer.Link!.DownSince.ShouldBe(Instant.FromDateTimeOffset(new DateTimeOffset(2026, 3, 2, 2, 0, 5, TimeSpan.Zero)));

        world.Link("51", "44").Be(LinkMode.Open);
        await world.RunUntilAsync("the end of the alarm", () => Task.FromResult(world["51"].Logs.Count(5007) == 1));
        (await world["51"].SentAsync(World.Application(1), "44"))!.Receipt.ShouldNotBeNull();
        world["51"].Logs.Count(5006).ShouldBe(1);
    }

    [Fact]
    public async Task A_backlog_that_no_memory_holds_is_sent_from_the_store_in_order()
    {
        const int applications = 2_300;
        await using var world = await World.StartAsync("51", "44");
        world.Link("51", "44").Be(LinkMode.Cut);
        for (var sequence = 1; sequence <= 2; sequence++)
        {
            await Task.WhenAll(Enumerable.Range(0, applications).Select(i => world["51"].HandOverAsync(World.Application(i), "44", $"{sequence}")));
        }

        await world.UntilAsync("the peer to be down", () => Task.FromResult(world["51"].Logs.Count(5004) == 1));
        (await world["51"].PeerAsync("44")).BacklogIsMore.ShouldBeTrue();
        world.Link("51", "44").Be(LinkMode.Open);
        await world.RunUntilAsync("the backlog to be empty", async () => (await world["51"].PeerAsync("44")).Backlog == 0);

        world["44"].Receiver.Asked.GroupBy(handOver => handOver.Envelope.Number)
            .ShouldAllBe(application => application.Select(handOver => handOver.Body).SequenceEqual(new[] { "1", "2" }));
        world["44"].Receiver.Asked.Count.ShouldBe(2 * applications);
    }

    [Fact]
    public async Task A_receiver_says_how_fast_a_peer_may_catch_up_and_the_peer_obeys()
    {
        await using var world = await World.StartInRealTimeAsync("51", "44");
        world.Link("51", "44").Be(LinkMode.Cut);
        await Task.WhenAll(Enumerable.Range(0, 300).Select(i => world["51"].HandOverAsync(World.Application(i), "44", "{}")));
        var asked = new ConcurrentQueue<(int Count, long Begun, long Ended, Pause? Pause, bool Taken)>();
        world["51"].Transport.Instead = async (_, batch, send) =>
        {
            var begun = Stopwatch.GetTimestamp();
            var answer = await send(batch);
            asked.Enqueue((batch.Count, begun, Stopwatch.GetTimestamp(), answer.Pause, answer.Answers is not null));
            return answer;
        };
        world["44"].Receiver.Work = TimeSpan.FromMilliseconds(30); // By a timer that may ring some milliseconds early.
        ((JumpingClock)world.Time).Jump(TimeSpan.FromSeconds(30));
        world.Link("51", "44").Be(LinkMode.Open);
        await world.UntilAsync("the backlog to be empty", async () => (await world["51"].PeerAsync("44")).Backlog == 0);

        // When the first pause comes, each of the four lanes may have a request on its way that knows nothing of it.
        var sent = asked.SkipWhile(request => request.Pause is null).ToList();
        sent.ShouldAllBe(request => request.Pause != null);
        sent.Count(request => request.Count > Admission.CatchUpBatch).ShouldBeLessThanOrEqualTo(4);
        var paced = sent.SkipWhile(request => sent.IndexOf(request) <= sent.FindLastIndex(other => other.Count > Admission.CatchUpBatch)).ToList();
        paced.Count.ShouldBeGreaterThan(3);
        foreach (var (before, next) in paced.Zip(paced.Skip(1)))
        {
            if (before.Taken)
            {
                before.Pause!.Ms.ShouldBeGreaterThanOrEqualTo(20);
            }

            var wait = Math.Min(before.Pause!.Ms, 1_000); // No longer than the ceiling of retries.
            Stopwatch.GetElapsedTime(before.Ended, next.Begun).TotalMilliseconds.ShouldBeGreaterThanOrEqualTo(wait - 1);
        }

        await world["51"].HandOverAsync(World.Application(300), "44", "{}");
        await world.UntilReceiptedAsync(World.Application(300), "51", "44");
        world["51"].Get<Dispatcher>().ViewOf(world["44"].Province)!.CatchingUp.ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_that_is_rejected_whole_is_halved_until_the_one_is_found_that_it_is_about()
    {
        await using var world = await World.StartAsync("51", "44");
        world["51"].Transport.Instead = (_, batch, send) => batch.Any(handOver => handOver.Body == "poison")
            ? Task.FromException<BatchAnswer>(new PeerRejectedException(422))
            : send(batch);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => world["51"].HandOverAsync(World.Application(i), "44", i == 25 ? "poison" : "{}")));
        await world.UntilAsync("all others to be receipted", async () => (await world["51"].PeerAsync("44")) is { Backlog: 0, RefusedByPeer.Count: 1 });

        var refused = (await world["51"].PeerAsync("44")).RefusedByPeer.Single();
        refused.HandOver.Number.ShouldBe(World.Application(25).Value);
        refused.Refusal.Code.ShouldBe("rejected");
        world["44"].Receiver.Asked.Count.ShouldBe(49);
    }

    [Fact]
    public async Task What_is_refused_keeps_its_own_application_waiting_and_no_other()
    {
        await using var world = await World.StartAsync("51", "44");
        var (bad, good) = (World.Application(1), World.Application(2));
        var isRepaired = false;
        world["44"].Receiver.Instead = handOver => handOver.Body == "bad" && !isRepaired ? throw new InvalidOperationException("a defect") : null;

        await world["51"].HandOverAsync(bad, "44", "bad");
        await world["51"].HandOverAsync(bad, "44", "after it");
        await world["51"].HandOverAsync(good, "44", "good");
        await world.UntilReceiptedAsync(good, "51", "44");
        await world.UntilAsync("the refusal", async () => (await world["51"].SentAsync(bad, "44"))!.Refused is not null);
        (await world["44"].WorkAsync(bad, "51")).ShouldBeEmpty();

        isRepaired = true;
        await world.RunUntilReceiptedAsync(bad, "51", "44", 2);
        (await world["44"].WorkAsync(bad, "51")).ShouldBe(["bad", "after it"]);
    }

    [Fact]
    public async Task A_hand_over_to_nobody_known_is_refused_where_it_is_made()
    {
        await using var world = await World.StartAsync("51", "44");
        var outbox = world["51"].Get<Outbox>();

        var toNobody = await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync("51", "65"));
        toNobody.Message.ShouldContain("CrossRegion:Peers:65:Endpoint");
        (await Should.ThrowAsync<InvalidOperationException>(() => WriteAsync("44", "51"))).Message.ShouldContain("CrossRegion__Provinces");
        await Should.ThrowAsync<ArgumentException>(() => WriteAsync("51", "44", new string('x', HandOver.MaxBodyBytes + 1)));

        Task WriteAsync(string from, string to, string body = "{}") => outbox.WriteAsync(
            World.Application(1),
            new Route(Domain.Identifiers.ProvinceCode.Parse(from), Domain.Identifiers.ProvinceCode.Parse(to)),
            [(Domain.CodeSets.HandOverKind.Application, body)],
            default);
    }

    /// <summary>Waits until the sender has given up on the line; what hangs is given its time.</summary>
    private static async Task DownAsync(World world, LinkMode mode)
    {
        if (mode == LinkMode.Cut)
        {
            await world.UntilAsync("the peer to be down", () => Task.FromResult(world["51"].Logs.Count(5004) == 1));
            return;
        }

        if (mode == LinkMode.NoAnswers)
        {
            await world.UntilAsync("the request to have arrived", async () => (await world["44"].TakenAsync(World.Application(1), "51", 2)) is not null);
        }

        await world.RunUntilAsync("the peer to be down", () => Task.FromResult(world["51"].Logs.Count(5004) == 1));
    }

    private static Task UntilAttemptsAsync(World world, List<DateTimeOffset> attempts, int count) => world.UntilAsync(
        $"attempt {count}",
        () =>
        {
            lock (attempts)
            {
                return Task.FromResult(attempts.Count);
            }
        },
        made => made >= count);
}
