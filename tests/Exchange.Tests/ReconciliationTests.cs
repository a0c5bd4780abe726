using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Tests.Backups;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

/// <summary>Ledgers that differ, whatever the reason, and what becomes of it.</summary>
public sealed class ReconciliationTests : IAsyncLifetime
{
    private const int HandedOver = 25;

    private static readonly LocalDate Day = new(2026, 3, 2);

    private World _world = null!;

    private TestStamp Sender => _world["51"];

    private TestStamp Receiver => _world["44"];

    private Route Route => new(Sender.Province, Receiver.Province);

    public async Task InitializeAsync()
    {
        _world = await World.StartAsync("51", "44");
        for (var i = 0; i < HandedOver; i++)
        {
            await Sender.HandOverAsync(World.Application(i), "44", $"{i}");
        }

        await _world.UntilAsync("all receipts", async () => (await Sender.PeerAsync("44")).Backlog == 0);
    }

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Theory]
    [InlineData("51", "44")]
    [InlineData("44", "51")]
    public async Task Ledgers_that_agree_are_compared_by_digest_alone(string asker, string peer)
    {
        var result = await ReconcileAsync(asker, peer);

        result.Differences.ShouldBe(0);
        result.Routes.Single(route => route.From == Sender.Province).Entries.ShouldBe(HandedOver);
        result.Routes.Single(route => route.From == Receiver.Province).Entries.ShouldBe(0);
        result.Routes.ShouldAllBe(route => route.DifferencesBefore == 0);
    }

    [Theory]
    [InlineData("51", "44", DifferenceKind.NoReceiptHere)]
    [InlineData("44", "51", DifferenceKind.NoReceiptThere)]
    public async Task A_lost_receipt_is_fetched_whichever_side_asks(string asker, string peer, DifferenceKind kind)
    {
        var number = World.Application(3);
        await ForgetReceiptAsync(number);

        var result = await ReconcileAsync(asker, peer);

        ShouldHaveBeen(result, (number, kind));
        (await Sender.SentAsync(number, "44"))!.Receipt.ShouldBe((await Receiver.TakenAsync(number, "51"))!.Receipt);
    }

    [Theory]
    [InlineData("51", "44", DifferenceKind.MissingThere)]
    [InlineData("44", "51", DifferenceKind.MissingHere)]
    public async Task What_the_receiver_has_lost_is_taken_again_whichever_side_asks(string asker, string peer, DifferenceKind kind)
    {
        var numbers = Enumerable.Range(0, 12).Select(i => World.Application(i)).ToList();
        foreach (var number in numbers)
        {
            await DeleteAsync(Receiver, number, $"handed:{Route}:0001");
            await DeleteAsync(Receiver, number, $"work:{Route}:0001");
        }

        var result = await ReconcileAsync(asker, peer);

        ShouldHaveBeen(result, [.. numbers.Select(number => (number, kind))]);
        foreach (var (i, number) in numbers.Index())
        {
            (await Receiver.WorkAsync(number, "51")).ShouldBe([$"{i}"]);
        }
    }

    [Theory]
    [InlineData("51", "44", DifferenceKind.MissingHere)]
    [InlineData("44", "51", DifferenceKind.MissingThere)]
    public async Task What_the_sender_has_lost_comes_back_with_both_signatures_whichever_side_asks(string asker, string peer, DifferenceKind kind)
    {
        var number = World.Application(7);
        await DeleteAsync(Sender, number, $"outbox:{Route}:0001");

        var result = await ReconcileAsync(asker, peer);

        ShouldHaveBeen(result, (number, kind));
        var (sent, taken) = ((await Sender.SentAsync(number, "44"))!, (await Receiver.TakenAsync(number, "51"))!);
        (sent.Message, sent.Receipt, sent.Body, sent.Digest).ShouldBe((taken.Message, taken.Receipt, taken.Body, taken.Digest));
        await Sender.HandOverAsync(number, "44", "next");
        await _world.UntilReceiptedAsync(number, "51", "44", 2);
    }

    [Fact]
    public async Task What_is_still_on_its_way_is_a_difference_and_is_fetched()
    {
        Sender.Transport.Instead = (_, _, _) => Task.FromException<BatchAnswer>(new HttpRequestException("not now"));
        await Sender.HandOverAsync(World.Application(100), "44", "late");

        var result = await ReconcileAsync("44", "51");

        ShouldHaveBeen(result, (World.Application(100), DifferenceKind.MissingHere));
        (await Receiver.WorkAsync(World.Application(100), "51")).ShouldBe(["late"]);
    }

    [Fact]
    public async Task A_line_that_is_cut_one_way_lets_the_other_side_fetch_and_tells_what_is_left()
    {
        _world.Link("51", "44").Be(LinkMode.Cut);
        await Sender.HandOverAsync(World.Application(100), "44", "late");

        var result = await Receiver.Reconciliation.RunAsync(Sender.Province, Day, default);

        (await Receiver.WorkAsync(World.Application(100), "51")).ShouldBe(["late"]);
        result.Routes.Single(route => route.From == Sender.Province).After
            .ShouldBe([new Difference(new LedgerPlace(World.Application(100), 1), DifferenceKind.NoReceiptThere)]);
        Receiver.Logs.Count(5008).ShouldBe(1);
    }

    [Fact]
    public async Task A_contradiction_is_left_to_people_and_told()
    {
        var number = World.Application(5);
        await ReplaceAsync(number, entry => entry with { Digest = entry.Digest[..^4] + "AAAA" });

        var result = await Sender.Reconciliation.RunAsync(Receiver.Province, Day, default);

        result.Differences.ShouldBe(1);
        result.Routes.Single(route => route.From == Sender.Province).After.ShouldBe([new Difference(new LedgerPlace(number, 1), DifferenceKind.Contradicting)]);
        Sender.Logs.Count(5008).ShouldBe(1);
        (await Sender.PeerAsync("44")).Reconciliations.Single().Differences.ShouldBe(1);
    }

    [Fact]
    public async Task A_receiver_that_has_lost_what_it_gave_a_receipt_for_is_an_alarm_until_it_is_reconciled()
    {
        var number = World.Application(1);
        await DeleteAsync(Receiver, number, $"handed:{Route}:0001");
        await DeleteAsync(Receiver, number, $"work:{Route}:0001");

        await Sender.HandOverAsync(number, "44", "second");
        var peer = await _world.UntilAsync("the refusal", () => Sender.PeerAsync("44"), view => view.RefusedByPeer.Count > 0);
        peer.RefusedByPeer.Single().Refusal.Code.ShouldBe("lost-by-receiver");
        Sender.Logs.Count(5003).ShouldBe(1);

        (await ReconcileAsync("51", "44")).Differences.ShouldBe(0);
        (await Receiver.WorkAsync(number, "51")).ShouldBe(["1", "second"]);
    }

    [Fact]
    public async Task Every_night_the_days_past_are_compared_until_they_agree()
    {
        await ForgetReceiptAsync(World.Application(2));
        _world.Link("51", "44").Be(LinkMode.Cut);
        _world.Link("44", "51").Be(LinkMode.Cut);

        var night = new DateTimeOffset(2026, 3, 3, 3, 17, 0, TimeSpan.FromHours(8));
        await _world.AdvanceToTimersAsync(night);
        await _world.UntilAsync("the failure to be told", () => Task.FromResult(Sender.Logs.Count(5009) == 7));

        _world.Link("51", "44").Be(LinkMode.Open);
        _world.Link("44", "51").Be(LinkMode.Open);
        await _world.AdvanceToTimersAsync(night.AddDays(1));
        await _world.UntilAsync(
            "the result", async () => (await Sender.Reconciliation.FindAsync(Receiver.Province, Day, default)) is { Differences: 0 });
        await _world.UntilReceiptedAsync(World.Application(2), "51", "44");
    }

    /// <summary>Nobody sends it again: the sender has its receipt, and has found long ago that the day agrees.</summary>
    [Fact]
    public async Task A_receiver_restored_from_a_backup_of_ten_days_ago_has_back_in_one_night_what_it_has_taken_since()
    {
        const int Nights = 10;
        var night = new DateTimeOffset(2026, 3, 3, 3, 17, 0, TimeSpan.FromHours(8));
        await _world.AdvanceToTimersAsync(night);
        await UntilAgreedAsync(Day);
        await _world.StopAsync("44");
        var backup = Backup.Of(_world.DataOf("44"));
        await _world.StartAsync("44");
        await Sender.HandOverAsync(World.Application(100), "44", "since");
        await _world.UntilReceiptedAsync(World.Application(100), "51", "44");
        for (var i = 1; i <= Nights; i++)
        {
            await _world.AdvanceToTimersAsync(night.AddDays(i));
            await UntilAgreedAsync(Day.PlusDays(i));
        }

        await _world.StopAsync("44");
        backup.Restore();
        await _world.StartAsync("44");
        (await Receiver.WorkAsync(World.Application(100), "51")).ShouldBeEmpty();
        await _world.AdvanceToTimersAsync(night.AddDays(Nights + 1));

        await UntilAgreedAsync(Day.PlusDays(Nights + 1));
        (await Receiver.WorkAsync(World.Application(100), "51")).ShouldBe(["since"]);

        Task UntilAgreedAsync(LocalDate day) => _world.UntilAsync(
            $"{day} to agree", async () => (await Receiver.Reconciliation.FindAsync(Sender.Province, day, default)) is { Differences: 0 });
    }

    [Fact]
    public async Task Operators_have_it_done_over_HTTP_and_are_told_everything_that_is_wrong_with_their_request()
    {
        await ForgetReceiptAsync(World.Application(2));

        using var done = await Sender.Http.PostAsJsonAsync("/api/operations/exchange/reconcile", new { peer = "44", date = "2026-03-02" });
        var result = JsonNode.Parse(await done.Content.ReadAsStringAsync())!;
        using var wrong = await Sender.Http.PostAsJsonAsync("/api/operations/exchange/reconcile", new { peer = "50", date = "2026-02-30" });

        ((int)done.StatusCode).ShouldBe(200);
        ((int)result["differences"]!).ShouldBe(0);
        ((int)result["routes"]![0]!["differencesBefore"]!).ShouldBe(1);
        ((string)result["routes"]![0]!["before"]![0]!["kind"]!).ShouldBe("no-receipt-here");
        ((int)wrong.StatusCode).ShouldBe(400);
        (await wrong.Content.ReadAsStringAsync()).ShouldSatisfyAllConditions(
            body => body.ShouldContain("unknown-peer"), body => body.ShouldContain("YYYY-MM-DD"));
    }

    [Fact]
    public async Task A_peer_that_does_not_answer_is_told_as_that()
    {
        _world.Link("51", "44").Be(LinkMode.Cut);

        using var failed = await Sender.Http.PostAsJsonAsync("/api/operations/exchange/reconcile", new { peer = "44", date = "2026-03-02" });

        ((int)failed.StatusCode).ShouldBe(502);
    }

    [Fact]
    public async Task Only_a_peer_is_answered_and_only_about_what_it_shares()
    {
        var now = Instant.FromDateTimeOffset(_world.Clock.GetUtcNow());
        var right = new LedgerQuestion(Sender.Province, Receiver.Province, now, LedgerAsk.Summary, Sender.Province, Day, "sha-256");

        (await AskAsync(right)).ShouldBe(200);
        (await AskAsync(right with { From = Receiver.Province })).ShouldBe(403); // Not signed by whom it says.
        (await AskAsync(right with { Sender = ProvinceCode.Parse("50") })).ShouldBe(403);
        (await AskAsync(right with { To = ProvinceCode.Parse("50") })).ShouldBe(403);
        (await AskAsync(right with { DigestName = "md5" })).ShouldBe(403);
        (await AskAsync(right with { Ask = LedgerAsk.Entries, Continuation = "made up" })).ShouldBe(403);
        (await AskAsync(right with { Ask = LedgerAsk.Evidence, Places = [.. Enumerable.Range(0, 11).Select(i => new LedgerPlace(World.Application(i), 1))] })).ShouldBe(403);
        (await AskAsync(right, age: 700)).ShouldBe(403);

        async Task<int> AskAsync(LedgerQuestion question, int age = 0)
        {
            var issued = now.ToUnixTimeSeconds() - age;
            var text = Jws.Sign(Sender.Get<IKeyRing>().Signer, MessageType.Question, ExchangeJson.WriteBytes(question), issued, issued + 600);
            using var content = new StringContent(text);
            using var response = await Receiver.Http.PostAsync("/api/exchange/ledger", content);
            return (int)response.StatusCode;
        }
    }

    private async Task<ReconciliationResult> ReconcileAsync(string asker, string peer)
    {
        var result = await _world[asker].Reconciliation.RunAsync(ProvinceCode.Parse(peer), Day, default);
        result.Differences.ShouldBe(0);
        (await _world[asker].Reconciliation.FindAsync(ProvinceCode.Parse(peer), Day, default))!.At.ShouldBe(result.At);
        return result;
    }

    private void ShouldHaveBeen(ReconciliationResult result, params (ApplicationNumber Number, DifferenceKind Kind)[] differences)
    {
        var route = result.Routes.Single(route => route.From == Sender.Province);
        route.Before.ShouldBe(differences.Select(difference => new Difference(new LedgerPlace(difference.Number, 1), difference.Kind)), ignoreOrder: true);
        route.DifferencesAfter.ShouldBe(0);
        Sender.Logs.Count(5008).ShouldBe(0);
    }

    /// <summary>As after a crash between the peer's answer and its being kept; nobody sends it again by itself.</summary>
    private Task ForgetReceiptAsync(ApplicationNumber number) => ReplaceAsync(
        number, entry => entry with { Message = null, Receipt = null, Due = Instant.MaxValue - Duration.FromDays(1) });

    private async Task ReplaceAsync(ApplicationNumber number, Func<OutboxEntry, OutboxEntry> change)
    {
        var document = (await Sender.Store.ReadAsync(ExchangeDocuments.Outbox(number, Route, 1), default))!;
        var entry = change(ExchangeJson.Read<OutboxEntry>(document.Body));
        var write = new DocumentWrite.Replace(document.Key.Id, ExchangeJson.Write(entry), entry.Indexes(entry.ReadEnvelope()), document.ETag);
        (await Sender.Store.CommitAsync(document.Key.Partition, [write], default)).Committed.ShouldBeTrue();
    }

    private static async Task DeleteAsync(TestStamp stamp, ApplicationNumber number, string id)
    {
        var document = (await stamp.Store.ReadAsync(new DocumentKey(number.Value, id), default))!;
        (await stamp.Store.CommitAsync(number.Value, [new DocumentWrite.Delete(id, document.ETag)], default)).Committed.ShouldBeTrue();
    }
}
