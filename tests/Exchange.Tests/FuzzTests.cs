using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Ledgers;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using CrossRegion.Tests.Mutations;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

/// <summary>Thousands of requests that are nearly right: each is answered, none breaks anything, and nothing but the original is taken.</summary>
public sealed class FuzzTests
{
    private const int Rounds = 700;

    [Theory]
    [InlineData(20261126)]
    public async Task What_is_nearly_right_is_answered_and_never_breaks_anything(int seed)
    {
        await using var world = await World.StartAsync("51", "44");
        var (sender, receiver, random) = (world["51"], world["44"], new Random(seed));
        var right = Messages.Envelope(sender, World.Application(1));
        var batch = ExchangeJson.WriteBytes(new HandOverBatch([Messages.Sign(sender, right)]));
        var question = ExchangeJson.WriteBytes(new LedgerQuestion(
            sender.Province, receiver.Province, right.At, LedgerAsk.Evidence, sender.Province, new LocalDate(2026, 3, 2), "sha-256", Places: [new LedgerPlace(right.Number, 1)]));

        for (var i = 0; i < Rounds; i++)
        {
            await AnsweredAsync("/api/exchange/hand-overs", Mutate(random, batch), 200, 400, 413);

            // Signed as it should be, so that what is behind the signature is reached.
            var envelope = Signed(sender, MessageType.HandOver, Mutate(random, ExchangeJson.WriteBytes(right)).Body);
            var request = ExchangeJson.WriteBytes(new HandOverBatch([new SignedHandOver(envelope, "{}")]));
            await AnsweredAsync("/api/exchange/hand-overs", new EventRequest($"round {i}", null, [], request), 200);
            var asked = Signed(sender, MessageType.Question, Mutate(random, question).Body);
            await AnsweredAsync("/api/exchange/ledger", new EventRequest($"round {i}", null, [], Encoding.ASCII.GetBytes(asked)), 200, 403);
            await AnsweredAsync("/api/exchange/ledger", Mutate(random, Encoding.ASCII.GetBytes(Signed(sender, MessageType.Question, question))), 200, 403);
        }

        // Some were harmless and were taken: each under a number of its own, once.
        receiver.Receiver.Asked.GroupBy(handOver => (handOver.Envelope.Number, handOver.Envelope.Sequence)).ShouldAllBe(taken => taken.Count() == 1);
        (await receiver.HandInAsync(Messages.Sign(sender, Messages.Envelope(sender, World.Application(2))))).Single().Receipt.ShouldNotBeNull();

        async Task AnsweredAsync(string path, EventRequest request, params int[] statuses)
        {
            using var content = new ByteArrayContent(request.Body);
            using var response = await receiver.Http.PostAsync(path, content);
            statuses.ShouldContain((int)response.StatusCode, $"{request.What}: {await response.Content.ReadAsStringAsync()}");
        }
    }

    private static string Signed(TestStamp stamp, string type, byte[] payload)
    {
        var seconds = stamp.Get<TimeProvider>().GetUtcNow().ToUnixTimeSeconds();
        return Jws.Sign(stamp.Get<IKeyRing>().Signer, type, payload, seconds, seconds + 600);
    }

    private static EventRequest Mutate(Random random, byte[] body)
    {
        var request = new EventRequest("", null, [], body);
        switch (random.Next(3))
        {
            case 0 when body[0] == '{':
                var structured = JsonNode.Parse(body)!.AsObject();
                var what = new JsonMutations(random).Apply(structured);
                return request with { What = what, Body = Encoding.UTF8.GetBytes(structured.ToJsonString()) };
            case 1 when body[0] == '{':
                var (spliced, how) = TextMutations.Splice(random, request);
                return spliced with { What = how };
            default:
                var (changed, change) = ByteMutations.Apply(random, request);
                return changed with { What = change };
        }
    }
}
