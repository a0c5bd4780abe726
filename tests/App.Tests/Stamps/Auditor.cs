using System.Text;
using CrossRegion.Adapters.Peers;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange;
using CrossRegion.Orchestrations.Exchange.Sending;
using CrossRegion.Orchestrations.Exchange.Signing;
using CrossRegion.Orchestrations.Exchange.Taking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace CrossRegion.App.Tests.Stamps;

/// <summary>Somebody who belongs to no stamp, knows the public keys of all, and compares what two of them keep.</summary>
internal sealed class Auditor : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly ExchangeSignatures _signatures;

    public Auditor(StampKeys keys, IReadOnlyList<string> provinces)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(provinces.SelectMany(province => (KeyValuePair<string, string?>[])
        [
            new($"CrossRegion:Peers:{province}:Endpoint", "http://nowhere.example"),
            new($"CrossRegion:Peers:{province}:PublicKeys", keys.PublicKey(province)),
        ])).Build();
        var options = new ExchangeOptions([], [.. provinces.Select(ProvinceCode.Parse)]);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(options)
            .AddPeers(settings.GetSection("CrossRegion"), () => keys.Make("auditor"))
            .BuildServiceProvider();
        _signatures = new ExchangeSignatures(_services.GetRequiredService<IKeyRing>(), options, SystemClock.Instance);
    }

    /// <summary>
    /// Whether everything that one stamp has handed over to another is proven twice on both sides: the sender's signature under the envelope,
    /// the receiver's under the receipt, both about the same bytes.
    /// </summary>
    /// <returns>How many hand-overs there are.</returns>
    public int Check(Stamp sender, Stamp receiver)
    {
        var route = $"{sender.Province}-{receiver.Province}:";
        var sent = sender.Cases.HandOvers(ExchangeDocuments.OutboxPrefix + route);
        var taken = receiver.Cases.HandOvers(ExchangeDocuments.HandedPrefix + route);
        sent.Keys.Select(key => (key.Number, Sequence: key.Id.Split(':')[^1])).ShouldBe(
            taken.Keys.Select(key => (key.Number, Sequence: key.Id.Split(':')[^1])), ignoreOrder: true, $"{route} what was sent, and what was taken");
        foreach (var ((number, id), text) in sent)
        {
            var place = $"{number} {id}";
            var kept = ExchangeJson.Read<OutboxEntry>(Whole(text));
            var held = ExchangeJson.Read<TakenEntry>(Whole(taken[(number, ExchangeDocuments.HandedPrefix + id[ExchangeDocuments.OutboxPrefix.Length..])]));
            held.Receipt.ShouldBe(kept.Receipt, place);
            held.Digest.ShouldBe(kept.Digest, place);
            var envelope = CheckMessage(kept.Message.ShouldNotBeNull(place), kept.EnvelopeText, place);
            CheckMessage(held.Message, kept.EnvelopeText, place);
            CheckReceipt(kept.Receipt!, envelope, kept.Digest, place);
        }

        return sent.Count;
    }

    public void Dispose() => _services.Dispose();

    /// <summary>An entry as the file has it, whose body is sealed; nobody but the stamp can open it, and the proof does not need it.</summary>
    private static string Whole(string text) => text.Replace("\"sealedBody\":", "\"body\":", StringComparison.Ordinal);

    private Envelope CheckMessage(string message, string signed, string place)
    {
        var opened = _signatures.OpenKept<Envelope>(message, MessageType.HandOver, envelope => envelope.From);
        opened.Refusal.ShouldBeNull(place);
        Encoding.UTF8.GetString(opened.Payload).ShouldBe(signed, place);
        return opened.Value!;
    }

    private void CheckReceipt(string receipt, Envelope envelope, string digest, string place)
    {
        var opened = _signatures.OpenKept<CustodyReceipt>(receipt, MessageType.Receipt, given => given.To);
        opened.Refusal.ShouldBeNull(place);
        opened.Value!.IsFor(envelope, digest).ShouldBeTrue(place);
        _signatures.DigestOf(envelope, Encoding.UTF8.GetBytes(ExchangeJson.Write(envelope))).ShouldBe(digest, place);
    }
}
