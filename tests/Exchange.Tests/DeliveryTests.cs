using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Signing;

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
}
