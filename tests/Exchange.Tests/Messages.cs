using System.Text;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Wire;
using NodaTime;

namespace CrossRegion.Exchange.Tests;

/// <summary>Messages made by hand, right but for what a test makes wrong.</summary>
internal static class Messages
{
    /// <summary>Signed by a stamp, from 51 to 44 unless it is said otherwise.</summary>
    public static SignedHandOver Sign(
        TestStamp stamp, Envelope envelope, string body = "{}", string type = MessageType.HandOver, Duration age = default, long? expires = 600)
    {
        var signed = Instant.FromDateTimeOffset(stamp.Get<TimeProvider>().GetUtcNow()) - age;
        var seconds = signed.ToUnixTimeSeconds();
        var signer = stamp.Get<IKeyRing>().Signer;
        return new SignedHandOver(Jws.Sign(signer, type, ExchangeJson.WriteBytes(envelope), seconds, seconds + expires), body);
    }

    public static Envelope Envelope(TestStamp stamp, ApplicationNumber number, int sequence = 1, string body = "{}") => new(
        HandOverKind.Application,
        number,
        ProvinceCode.Parse("51"),
        ProvinceCode.Parse("44"),
        sequence,
        Instant.FromDateTimeOffset(stamp.Get<TimeProvider>().GetUtcNow()),
        stamp.Signatures.Digest.Text(Encoding.UTF8.GetBytes(body)));

    /// <summary>Posts and reads the answers.</summary>
    public static async Task<IReadOnlyList<MessageAnswer>> HandInAsync(this TestStamp stamp, params SignedHandOver[] handOvers)
    {
        using var response = await stamp.PostAsync(new HandOverBatch(handOvers));
        var body = await response.Content.ReadAsByteArrayAsync();
        ((int)response.StatusCode).ShouldBe(200, Encoding.UTF8.GetString(body));
        ExchangeJson.TryRead<BatchAnswer>(body, out var answer, out var fault).ShouldBeTrue(fault);
        return answer!.Answers.ShouldNotBeNull();
    }
}
