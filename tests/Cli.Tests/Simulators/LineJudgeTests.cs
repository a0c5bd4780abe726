using System.Buffers.Text;
using System.Text;
using System.Text.Json.Nodes;
using CrossRegion.Simulators.Faults;
using CrossRegion.Simulators.Lines;

namespace CrossRegion.Cli.Tests.Simulators;

/// <summary>What happens to a hand-over on a simulated line. The line between two stamps is in tests/Exchange.Tests.</summary>
public sealed class LineJudgeTests
{
    private static readonly LineFaults Faults = new()
    {
        WrongSignatures = 0.2,
        WrongReceipts = 0.2,
        Duplicates = new Delayed(0.3, 5),
        Reordered = new Delayed(0.3, 2),
    };

    [Fact]
    public void The_same_seed_does_the_same_in_whatever_order_hand_overs_come()
    {
        var first = Judge(seed: 7, Enumerable.Range(1, 200));

        Judge(seed: 7, Enumerable.Range(1, 200).Reverse()).ShouldBe(first, ignoreOrder: true);
        Judge(seed: 8, Enumerable.Range(1, 200)).ShouldNotBe(first);
        first.Count(line => line.Contains("wrong", StringComparison.Ordinal)).ShouldBeInRange(20, 60);
    }

    [Fact]
    public void A_hand_over_that_comes_again_is_judged_anew()
    {
        var judge = new LineJudge(Faults, new Chance(1));

        var attempts = Enumerable.Range(0, 50).Select(_ => judge.Judge(HandOver(1))).ToList();

        attempts.Select(attempt => attempt.Name).ShouldBe(Enumerable.Range(1, 50).Select(attempt => $"51-44/A/1#{attempt}"));
        attempts.Select(attempt => attempt.WrongSignature).Distinct().Count().ShouldBe(2);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    [InlineData(0.999999)]
    public void A_wrong_signature_is_of_another_byte_and_leaves_the_rest(double draw)
    {
        var message = (string)HandOver(1)["message"]!;

        var wrong = LineMessage.WithWrongSignature(message, draw);

        wrong.Split('.')[..2].ShouldBe(message.Split('.')[..2]);
        var (before, after) = (Signature(message), Signature(wrong));
        after.Length.ShouldBe(before.Length);
        after.Zip(before).Count(pair => pair.First != pair.Second).ShouldBe(1);
    }

    [Theory]
    [InlineData("""{}""")]
    [InlineData("""{"message":1}""")]
    [InlineData("""{"message":"rubbish"}""")]
    [InlineData("""{"message":"a.e30.b"}""")]
    public void What_is_no_message_is_carried_as_it_is(string handOver)
    {
        var judged = new LineJudge(Faults with { WrongSignatures = 1 }, new Chance(1)).Judge(JsonNode.Parse(handOver)!.AsObject());

        judged.Carried.ToJsonString().ShouldBe(handOver);
    }

    private static List<string> Judge(int seed, IEnumerable<int> sequences)
    {
        var judge = new LineJudge(Faults, new Chance(seed));
        return [.. sequences.Select(sequence => judge.Judge(HandOver(sequence)))
            .Select(judged => $"{judged.Name} {(judged.WrongSignature ? "wrong" : "")} {judged.WrongReceipt} {judged.HeldFor} {judged.RepeatedAfter} {judged.Byte}")];
    }

    private static JsonObject HandOver(int sequence) => new()
    {
        ["message"] = Compact("{}", $$"""{"from":"51","to":"44","number":"A","sequence":{{sequence}}}""", "a signature"),
        ["body"] = "{}",
    };

    private static string Compact(params string[] parts) => string.Join('.', parts.Select(part => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(part))));

    private static byte[] Signature(string message) => Base64Url.DecodeFromChars(message.Split('.')[2]);
}
