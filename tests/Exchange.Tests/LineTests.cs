using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Exchange.Tests;

/// <summary>Two stamps with simulated lines between them (docs/simulators.md).</summary>
public sealed class LineTests
{
    private const int Applications = 40;

    [Fact]
    public async Task Wrong_signatures_duplicates_reordering_errors_and_lost_answers_lose_and_double_nothing()
    {
        await using var lines = await Lines.StartAsync(
            """
            {"exchange": {
              "answers": {"latency": {"uniform": {"least": 0, "most": 0.2}}, "errors": {"500": 0.02, "503": 0.05}, "lost": 0.05, "outages": [{"from": 80, "to": 100}]},
              "wrongSignatures": 0.15, "wrongReceipts": 0.1,
              "duplicates": {"rate": 0.2, "within": 3}, "reordered": {"rate": 0.2, "within": 2}
            }}
            """);
        var world = lines.World;
        for (var round = 1; round <= 3; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, Applications).SelectMany(i => (Task[])
            [
                world["51"].HandOverAsync(World.Application(i), "44", $"{round}"),
                world["44"].HandOverAsync(World.Application(i), "51", $"back {round}"),
            ]));
        }

        await world.RunUntilAsync("everything to have its receipt", async () => await WaitingAsync(world, "51", "44") + await WaitingAsync(world, "44", "51") == 0);

        for (var i = 0; i < Applications; i++)
        {
            (await world["44"].WorkAsync(World.Application(i), "51")).ShouldBe(["1", "2", "3"]);
            (await world["51"].WorkAsync(World.Application(i), "44")).ShouldBe(["back 1", "back 2", "back 3"]);
        }

        // What befalls each hand-over is certain to come up; of what befalls requests, whatever their number let come up.
        ((string[])["wrong-signature", "wrong-receipt", "duplicate", "reordered"]).ShouldBeSubsetOf(lines.Played.Select(played => played.Kind));
        lines.Wrong.ShouldBeEmpty();
        foreach (var (from, to) in ((string, string)[])[("51", "44"), ("44", "51")])
        {
            await ShouldHaveAuditedAsync(world[to], from, lines.Damaged(from, to));
            await ShouldHaveEndedEveryAlarmAsync(world, from, to);
            (await ReconcileAsync(world, from, to)).Routes.ShouldAllBe(route => route.DifferencesBefore == 0 && route.Entries == 3 * Applications);
        }
    }

    [Fact]
    public async Task A_wrong_signature_is_refused_audited_told_of_and_gone_when_the_hand_over_comes_again()
    {
        await using var lines = await Lines.StartAsync("""{"exchange": {"wrongSignatures": 1}}""");
        var world = lines.World;
        var number = World.Application(1);
        await world["51"].HandOverAsync(number, "44", "{}");
        await world.UntilAsync("the refusal", async () => (await world["51"].SentAsync(number, "44"))!.Refused is not null);

        (await world["51"].SentAsync(number, "44"))!.Refused!.Refusal.Code.ShouldBe("wrong-signature");
        (await world["44"].PeerAsync("51")).RefusedHere.ShouldHaveSingleItem().Refusal.Code.ShouldBe("wrong-signature");
        world["44"].Receiver.Asked.ShouldBeEmpty();
        (world["51"].Logs.Count(5001), world["44"].Logs.Count(5002)).ShouldBe((1, 1));

        await lines.RepairAsync();
        await world.RunUntilReceiptedAsync(number, "51", "44");
        await world.UntilAsync("the end of the alarm", () => Task.FromResult(world["51"].Logs.Count(5012) == 1));
        (await world["51"].PeerAsync("44")).RefusedByPeer.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_receipt_with_a_wrong_signature_is_no_receipt_and_the_right_one_comes_when_it_is_asked_for_again()
    {
        await using var lines = await Lines.StartAsync("""{"exchange": {"wrongReceipts": 1}}""");
        var world = lines.World;
        var number = World.Application(1);
        await world["51"].HandOverAsync(number, "44", "{}");
        await world.UntilAsync("the refusal", async () => (await world["51"].SentAsync(number, "44"))!.Refused is not null);

        var refused = (await world["51"].SentAsync(number, "44"))!;
        (refused.Receipt, refused.Refused!.Refusal.Code).ShouldBe((null, "contradicting-receipt"));
        refused.Refused.Refusal.MessageEn.ShouldContain("wrong-signature");
        world["51"].Logs.Count(5003).ShouldBe(1);
        var taken = (await world["44"].TakenAsync(number, "51"))!;
        world["44"].Receiver.Asked.Count.ShouldBe(1);

        await lines.RepairAsync();
        await world.RunUntilReceiptedAsync(number, "51", "44");
        (await world["51"].SentAsync(number, "44"))!.Receipt.ShouldBe(taken.Receipt);
        world["44"].Receiver.Asked.ShouldBeEmpty(); // It was started again, and made nothing of it a second time.
    }

    [Fact]
    public async Task A_hand_over_that_is_held_back_is_overtaken_by_the_next_of_its_application_and_both_are_taken_in_order()
    {
        await using var lines = await Lines.StartAsync("""{"exchange": {"reordered": {"rate": 0.5, "within": 1}}}""");
        var world = lines.World;
        world.Link("51", "44").Be(LinkMode.Cut); // Behind the simulated line: what is handed over meanwhile goes in one request.
        for (var i = 0; i < Applications; i++)
        {
            await world["51"].HandOverAsync(World.Application(i), "44", "1");
            await world["51"].HandOverAsync(World.Application(i), "44", "2");
        }

        world.Link("51", "44").Be(LinkMode.Open);
        await world.RunUntilAsync("everything to have its receipt", async () => await WaitingAsync(world, "51", "44") == 0);

        for (var i = 0; i < Applications; i++)
        {
            (await world["44"].WorkAsync(World.Application(i), "51")).ShouldBe(["1", "2"]);
        }

        lines.Played.ShouldAllBe(played => played.Kind == "reordered");
        lines.Played.Count.ShouldBeGreaterThan(Applications / 2);
    }

    private static async Task<int> WaitingAsync(World world, string from, string to)
    {
        var peer = await world[from].PeerAsync(to);
        return peer.Backlog + peer.RefusedByPeer.Count;
    }

    /// <summary>Every damaged message is in the receiver's audit, once each day, and nothing else is.</summary>
    private static async Task ShouldHaveAuditedAsync(TestStamp receiver, string sender, IReadOnlySet<string> damaged)
    {
        damaged.ShouldNotBeEmpty();
        var page = await receiver.Store.QueryAsync(
            new IndexQuery(DocumentIndex.RefusedHandOvers, ExchangeDocuments.RefusedOfValue(Domain.Identifiers.ProvinceCode.Parse(sender)), 1000), default);
        var audited = page.Documents.Select(document => ExchangeJson.Read<AuditedRefusal>(document.Body)).ToList();
        audited.ShouldAllBe(refused => refused.Refusal.Code == "wrong-signature");
        audited.Select(refused => $"{refused.Claims.From}-{refused.Claims.To}/{refused.Claims.Number}/{refused.Claims.Sequence}").ShouldBe(damaged, ignoreOrder: true);
    }

    private static async Task ShouldHaveEndedEveryAlarmAsync(World world, string from, string to)
    {
        var logs = world[from].Logs;
        var raised = logs.Entries.Where(entry => entry.EventId is 5001 or 5003).Select(entry => entry.Text.Split(':')[0]).ToHashSet();
        raised.ShouldNotBeEmpty();
        await world.UntilAsync("the end of the alarms", () => Task.FromResult(logs.Count(5012) >= raised.Count)); // told after the receipt is kept
        logs.Entries.Where(entry => entry.EventId == 5012).Select(entry => entry.Text.Split(':')[0]).ShouldBe(raised, ignoreOrder: true);
        (await world[from].PeerAsync(to)).RefusedByPeer.ShouldBeEmpty();
    }

    /// <summary>Questions about ledgers take the same line: its clock has to run, and what meets an error or a lost answer is asked again.</summary>
    private static async Task<ReconciliationResult> ReconcileAsync(World world, string from, string to)
    {
        var day = world.Today;
        ReconciliationResult? result = null;
        await world.RunUntilAsync($"the ledgers of {from} and {to} to be compared", async () =>
        {
            try
            {
                result = await world[from].Reconciliation.RunAsync(world[to].Province, day, default);
            }
            catch (HttpRequestException)
            {
                // Asked again.
            }

            return result is not null;
        });
        return result!;
    }
}
