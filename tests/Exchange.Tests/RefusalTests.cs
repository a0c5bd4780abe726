using System.Net;
using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Orchestrations.Ports;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

/// <summary>What a stamp does not take, and what it makes of it.</summary>
public sealed class RefusalTests : IAsyncLifetime
{
    private static readonly ApplicationNumber Number = World.Application(1);

    private World _world = null!;

    private TestStamp Receiver => _world["44"];

    private TestStamp Sender => _world["51"];

    public async Task InitializeAsync() => _world = await World.StartAsync("51", "44");

    public async Task DisposeAsync() => await _world.DisposeAsync();

    [Fact]
    public async Task Whatever_is_wrong_with_a_message_has_a_code_of_its_own()
    {
        var right = Messages.Envelope(Sender, Number);
        var signed = Messages.Sign(Sender, right);
        var cases = new Dictionary<string, SignedHandOver>
        {
            ["malformed"] = new("rubbish", "{}"),
            ["wrong-signature"] = signed with { Message = signed.Message[..^8] + "AAAAAAAA" },
            ["unknown-key"] = Messages.Sign(Receiver, right),
            ["unknown-peer"] = Messages.Sign(Sender, right with { From = ProvinceCode.Parse("50") }),
            ["expired"] = Messages.Sign(Sender, right, age: Duration.FromSeconds(661)),
            ["not-yet-valid"] = Messages.Sign(Sender, right, age: Duration.FromSeconds(-62)),
            ["wrong-receiver"] = Messages.Sign(Sender, right with { To = ProvinceCode.Parse("50") }),
            ["wrong-digest"] = signed with { Body = "{ }" },
            ["unknown-digest"] = Messages.Sign(Sender, right with { BodyDigest = "md5:AAAA" }),
            ["unknown-kind"] = Messages.Sign(Sender, right with { Kind = HandOverKind.Archive }),
            ["too-large"] = Messages.Sign(Sender, Messages.Envelope(Sender, Number, body: Large), Large),
        };

        foreach (var (code, message) in cases)
        {
            (await Receiver.HandInAsync(message)).ShouldHaveSingleItem().Refusal.ShouldNotBeNull(code).Code.ShouldBe(code);
        }

        Receiver.Receiver.Asked.ShouldBeEmpty();
        (await Receiver.TakenAsync(Number, "51")).ShouldBeNull();
        Receiver.Logs.Count(5002).ShouldBe(cases.Count);
        var overview = await Receiver.OverviewAsync();
        overview.Peers.Single().RefusedHere.Select(audited => audited.Refusal.Code).Concat(overview.RefusedFromUnknown.Select(audited => audited.Refusal.Code))
            .ShouldBe(cases.Keys, ignoreOrder: true);
    }

    /// <summary>A body is missing only where the sender has signed that it is.</summary>
    [Fact]
    public async Task A_body_that_was_erased_is_signed_for_and_nothing_is_made_of_the_hand_over()
    {
        var envelope = Messages.Envelope(Sender, Number);
        var whole = Messages.Sign(Sender, envelope);
        var erased = Messages.Sign(Sender, envelope, body: "", type: MessageType.ErasedHandOver);

        (await Receiver.HandInAsync(whole with { Body = "" })).ShouldHaveSingleItem().Refusal.ShouldNotBeNull().Code.ShouldBe("malformed");
        (await Receiver.HandInAsync(erased with { Body = "{}" })).ShouldHaveSingleItem().Refusal.ShouldNotBeNull().Code.ShouldBe("malformed");
        var receipt = (await Receiver.HandInAsync(erased)).ShouldHaveSingleItem().Receipt.ShouldNotBeNull();

        (await Receiver.HandInAsync(whole)).ShouldHaveSingleItem().Receipt.ShouldBe(receipt); // it is the same hand-over
        var next = Messages.Envelope(Sender, Number, sequence: 2);
        (await Receiver.HandInAsync(Messages.Sign(Sender, next))).ShouldHaveSingleItem().Receipt.ShouldNotBeNull();
        Receiver.Receiver.Asked.ShouldHaveSingleItem().Envelope.Sequence.ShouldBe(2);
    }

    [Theory]
    [InlineData(659, 0)]
    [InlineData(0, 59)]
    public async Task Clocks_may_differ_a_little(int age, int ahead)
    {
        var message = Messages.Sign(Sender, Messages.Envelope(Sender, Number), age: Duration.FromSeconds(age - ahead));

        (await Receiver.HandInAsync(message)).ShouldHaveSingleItem().Receipt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_message_that_never_expires_or_is_something_else_is_malformed()
    {
        var envelope = Messages.Envelope(Sender, Number);

        var answers = await Receiver.HandInAsync(
            Messages.Sign(Sender, envelope, expires: null),
            Messages.Sign(Sender, envelope, type: MessageType.Receipt),
            Messages.Sign(Sender, envelope with { Sequence = 0 }));

        answers.ShouldAllBe(answer => answer.Refusal!.Code == "malformed");
    }

    [Fact]
    public async Task The_same_message_again_gets_the_same_receipt_and_is_no_second_case()
    {
        var message = Messages.Sign(Sender, Messages.Envelope(Sender, Number));

        var first = (await Receiver.HandInAsync(message)).Single().Receipt.ShouldNotBeNull();
        _world.Clock.Advance(TimeSpan.FromSeconds(5));
        var again = await Receiver.HandInAsync(message, message);
        var signedAnew = await Receiver.HandInAsync(Messages.Sign(Sender, Messages.Envelope(Sender, Number) with { At = At(message) }));

        again.Concat(signedAnew).ShouldAllBe(answer => answer.Receipt == first);
        Receiver.Receiver.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_message_that_was_taken_is_refused_once_it_has_expired()
    {
        var message = Messages.Sign(Sender, Messages.Envelope(Sender, Number));
        await Receiver.HandInAsync(message);
        _world.Clock.Advance(TimeSpan.FromSeconds(661));

        (await Receiver.HandInAsync(message)).Single().Refusal!.Code.ShouldBe("expired");
    }

    [Fact]
    public async Task The_same_sequence_with_another_content_is_a_contradiction()
    {
        var first = await Receiver.HandInAsync(Messages.Sign(Sender, Messages.Envelope(Sender, Number)));

        var other = await Receiver.HandInAsync(Messages.Sign(Sender, Messages.Envelope(Sender, Number, body: "{ }"), "{ }"));

        other.Single().Refusal!.Code.ShouldBe("contradiction");
        (await Receiver.TakenAsync(Number, "51"))!.Receipt.ShouldBe(first.Single().Receipt);
        (await Receiver.PeerAsync("51")).RefusedHere.Single().Claims.Number.ShouldBe(Number);
    }

    [Fact]
    public async Task A_later_one_waits_for_the_earlier_one()
    {
        var third = Messages.Sign(Sender, Messages.Envelope(Sender, Number, sequence: 3));
        var second = Messages.Sign(Sender, Messages.Envelope(Sender, Number, sequence: 2));
        var first = Messages.Sign(Sender, Messages.Envelope(Sender, Number));

        (await Receiver.HandInAsync(third, second)).Select(answer => answer.Expected).ShouldBe([1, 1]);
        (await Receiver.HandInAsync(first, second)).ShouldAllBe(answer => answer.Receipt != null);
        (await Receiver.HandInAsync(Messages.Sign(Sender, Messages.Envelope(Sender, Number, sequence: 5)))).Single().Expected.ShouldBe(3);
        (await Receiver.HandInAsync(third)).Single().Receipt.ShouldNotBeNull();
    }

    [Fact]
    public async Task What_the_receiver_does_not_admit_or_fails_on_is_refused_and_stops_nobody_else()
    {
        Receiver.Receiver.Instead = handOver => handOver.Body switch
        {
            "1" => new Reception.Refuse([new Fault("applicant", "missing", "缺少申请人", "the applicant is missing")]),
            "2" => throw new InvalidOperationException("a defect"),
            "3" => new Reception.Take([new DocumentWrite.Create("no id at all", "{}", [])]),
            "4" => new Reception.Take([new DocumentWrite.Replace("nothing", "{}", [], "0")]),
            _ => null,
        };

        var answers = await Receiver.HandInAsync([.. Enumerable.Range(1, 5).Select(i =>
            Messages.Sign(Sender, Messages.Envelope(Sender, World.Application(i), body: $"{i}"), $"{i}"))]);

        answers[0].Refusal!.Code.ShouldBe("not-admitted");
        answers[0].Refusal!.Faults!.Single().Path.ShouldBe("applicant");
        answers.Skip(1).Take(3).ShouldAllBe(answer => answer.Refusal!.Code == "receiver-failed");
        answers[4].Receipt.ShouldNotBeNull();
        Receiver.Logs.Count(5011).ShouldBe(3);
    }

    [Fact]
    public async Task Work_that_conflicts_is_done_anew_from_what_is_there()
    {
        var asked = 0;
        Receiver.Receiver.Instead = handOver =>
        {
            asked++;
            return asked == 1
                ? new Reception.Take([new DocumentWrite.Replace("work", "{}", [], "0")])
                : null;
        };

        var answers = await Receiver.HandInAsync(Messages.Sign(Sender, Messages.Envelope(Sender, Number)));

        answers.Single().Receipt.ShouldNotBeNull();
        asked.ShouldBe(2);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("[]", 400)]
    [InlineData("""{"handOvers":[]}""", 400)]
    [InlineData("""{"handOvers":[{"message":"a"}]}""", 400)]
    [InlineData("""{"handOvers":[null]}""", 400)]
    public async Task What_is_no_batch_is_refused_whole(string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await Receiver.Http.PostAsync("/api/exchange/hand-overs", content);

        ((int)response.StatusCode).ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_batch_has_at_most_64_hand_overs_and_4_MiB()
    {
        using var many = await Receiver.PostAsync(new HandOverBatch([.. Enumerable.Repeat(new SignedHandOver("a", "b"), 65)]));
        many.StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        using var large = await Receiver.PostAsync(new HandOverBatch([new SignedHandOver("a", new string('b', HandOverBatch.MaxBytes))]));
        large.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Rubbish_cannot_fill_the_store()
    {
        for (var i = 0; i < RefusalAudit.MostAMinute + 64; i += 64)
        {
            await Receiver.HandInAsync([.. Enumerable.Range(i, 64).Select(number => new SignedHandOver($"rubbish {number}", ""))]);
        }

        var kept = await Receiver.Store.ListAsync("exchange:refusals:2026-03-02", "", default);
        kept.Count.ShouldBe(RefusalAudit.MostAMinute);

        // Later there is room again; what is kept already is not kept twice.
        _world.Clock.Advance(TimeSpan.FromMinutes(1));
        await Receiver.HandInAsync(new SignedHandOver("rubbish 0", ""), new SignedHandOver("new rubbish", ""));
        (await Receiver.Store.ListAsync("exchange:refusals:2026-03-02", "", default)).Count.ShouldBe(RefusalAudit.MostAMinute + 1);
    }

    private static string Large { get; } = $"\"{new string('x', HandOver.MaxBodyBytes)}\"";

    private static Instant At(SignedHandOver message)
    {
        Jws.TryParse(message.Message, out var jws, out _).ShouldBeTrue();
        ExchangeJson.TryRead<Envelope>(jws!.Payload, out var envelope, out _).ShouldBeTrue();
        return envelope!.At;
    }
}
