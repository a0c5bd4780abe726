using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Cases;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Inbox;

namespace CrossRegion.Exchange.Tests;

public sealed class DeliveryTests
{
    [Fact]
    public async Task A_hand_over_is_taken_once_and_both_sides_keep_both_signatures()
    {
        await using var world = await World.StartAsync("51", "44");
        var number = World.Application(1);

        await world["51"].HandOverAsync(number, "44", """{"item":"户口迁移"}""");
        await world.UntilReceiptedAsync(number, "51", "44");

        var sent = (await world["51"].SentAsync(number, "44")).ShouldNotBeNull();
        var taken = (await world["44"].TakenAsync(number, "51")).ShouldNotBeNull();
        (await world["44"].WorkAsync(number, "51")).ShouldBe(["""{"item":"户口迁移"}"""]);
        sent.Receipt.ShouldBe(taken.Receipt);
        sent.Message.ShouldBe(taken.Message);
        foreach (var stamp in (TestStamp[])[world["51"], world["44"]])
        {
            var envelope = stamp.Signatures.OpenKept<Envelope>(sent.Message!, MessageType.HandOver, envelope => envelope.From).Value.ShouldNotBeNull();
            var receipt = stamp.Signatures.OpenKept<CustodyReceipt>(sent.Receipt!, MessageType.Receipt, receipt => receipt.To).Value.ShouldNotBeNull();
            envelope.Kind.ShouldBe(HandOverKind.Application);
            envelope.BodyDigest.ShouldBe(stamp.Signatures.Digest.Text(Encoding.UTF8.GetBytes(sent.Body)));
            receipt.IsFor(envelope, sent.Digest).ShouldBeTrue();
            receipt.TakenBy.ShouldBe("urn:gov:cn:44:crossregion");
            receipt.TakenAt.ToDateTimeOffset().ShouldBe(world.Clock.GetUtcNow());
        }
    }

    [Fact]
    public async Task Whoever_hands_over_at_the_same_time_gets_a_sequence_of_his_own_without_a_gap()
    {
        await using var world = await World.StartAsync("51", "44");
        var number = World.Application(1);

        await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Task.Run(() => world["51"].HandOverAsync(number, "44", $"{i}"))));
        await world.UntilReceiptedAsync(number, "51", "44", 20);

        world["44"].Receiver.Asked.Select(handOver => handOver.Envelope.Sequence).ShouldBe(Enumerable.Range(1, 20));
        world["44"].Receiver.Asked.Select(handOver => handOver.Body).ShouldBe(Enumerable.Range(1, 20).Select(i => $"{i}"), ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_committed_is_sent_at_once_and_every_receipt_is_counted()
    {
        var counted = new ConcurrentDictionary<string, long>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ExchangeAlarms.MeterName)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) =>
            counted.AddOrUpdate($"{instrument.Name} {string.Join(' ', tags.ToArray().Select(tag => tag.Value))}", value, (_, before) => before + value));
        await using var world = await World.StartAsync("33", "34");
        listener.Start();

        for (var i = 0; i < 10; i++)
        {
            await world["33"].HandOverAsync(World.Application(i), "34", "{}"); // The clock stands: no look at the index finds it.
            await world.UntilReceiptedAsync(World.Application(i), "33", "34");
        }

        await world.UntilAsync("the counters", () => Task.FromResult(counted.GetValueOrDefault("crossregion.exchange.receipted 34") == 10));
        counted["crossregion.exchange.taken 33"].ShouldBe(10);
    }

    [Fact]
    public async Task What_came_in_hand_with_the_one_after_it_is_not_taken_in_hand_again()
    {
        await using var world = await World.StartAsync("51", "44");
        var (number, sender) = (World.Application(1), world["51"]);
        var sent = new ConcurrentQueue<IReadOnlyList<SignedHandOver>>();
        var (isOnItsWay, goOn) = (new TaskCompletionSource(), new TaskCompletionSource());
        sender.Transport.Instead = async (_, batch, send) =>
        {
            sent.Enqueue(batch);
            isOnItsWay.TrySetResult();
            await goOn.Task;
            return await send(batch);
        };
        await sender.HandOverAsync(number, "44", "1");
        await isOnItsWay.Task;

        // While the lane waits, it is told of the third before the second.
        var writes = await sender.Get<Outbox>().WriteAsync(
            number, new Route(sender.Province, world["44"].Province), [(HandOverKind.Material, "2"), (HandOverKind.Material, "3")], default);
        (await sender.Store.CommitAsync(CaseDocuments.Partition(number), [.. writes.Reverse()], default)).Committed.ShouldBeTrue();
        goOn.SetResult();
        await world.UntilReceiptedAsync(number, "51", "44", 3);

        sent.Select(batch => string.Join(' ', batch.Select(handOver => handOver.Body))).ShouldBe(["1", "2 3"]);
    }

    [Fact]
    public async Task Whoever_takes_a_hand_over_may_have_the_queue_told_but_only_the_first_time()
    {
        await using var world = await World.StartAsync("51", "44");
        var message = Messages.Sign(world["51"], Messages.Envelope(world["51"], World.Application(1)));
        world["44"].Receiver.Instead = _ => new Reception.Take([], new InboxMessage(World.Application(1), "slot"));
        var desk = world["44"].Get<ExchangeDesk>();

        var first = await desk.TakeAsync(new HandOverBatch([message]), default);
        var again = await desk.TakeAsync(new HandOverBatch([message]), default);

        first.Messages.ShouldBe([new InboxMessage(World.Application(1), "slot")]);
        again.Messages.ShouldBeEmpty();
        again.Answer.Answers!.Single().Receipt.ShouldBe(first.Answer.Answers!.Single().Receipt);
    }

    [Fact]
    public async Task A_receipt_that_is_not_for_what_was_sent_is_a_contradiction_and_the_hand_over_goes_on_once_it_is()
    {
        await using var world = await World.StartAsync("51", "44");
        var isFalse = true;
        world["51"].Transport.Instead = async (_, batch, send) =>
        {
            var answer = await send(batch);
            return isFalse && answer.Answers is [{ Receipt: not null }, ..]
                ? answer with { Answers = [MessageAnswer.Taken(batch[0].Message), .. answer.Answers.Skip(1)] }
                : answer;
        };

        await world["51"].HandOverAsync(World.Application(1), "44", "{}");
        var peer = await world.UntilAsync("the refusal", () => world["51"].PeerAsync("44"), view => view.RefusedByPeer.Count > 0);
        peer.RefusedByPeer.Single().Refusal.Code.ShouldBe("contradicting-receipt");
        world["51"].Logs.Count(5003).ShouldBe(1);

        isFalse = false;
        await world.RunUntilReceiptedAsync(World.Application(1), "51", "44");
        (await world["51"].PeerAsync("44")).RefusedByPeer.ShouldBeEmpty();
        (await world["44"].WorkAsync(World.Application(1), "51")).ShouldHaveSingleItem();
    }
}
