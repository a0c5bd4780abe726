using System.Security.Cryptography;
using CrossRegion.Exchange.Tests.Stamps;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Exchange.Tests.Signing;

/// <summary>Keys change while stamps run and hand-overs are on their way.</summary>
public sealed class KeyRollOverTests
{
    private static readonly TimeSpan LookedAgain = TimeSpan.FromSeconds(6);

    [Fact]
    public async Task A_key_rolls_over_without_a_stop_and_what_the_old_one_signed_still_proves()
    {
        await using var world = await World.StartAsync("51", "44");
        await HandOverAsync(world, 1);
        var (oldPublic, oldId) = (File.ReadAllText(world.PublicKeyFile("51")), world["51"].Get<IKeyRing>().Signer.KeyId);

        // The order of docs/exchange.md: peers get the new key beside the old one, then it is used, with the old public one kept in its file.
        using var next = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        File.WriteAllText(world.PublicKeyFile("51"), oldPublic + "\n" + next.ExportSubjectPublicKeyInfoPem());
        world.Clock.Advance(LookedAgain);
        await HandOverAsync(world, 2);
        File.WriteAllText(world.KeyFile("51"), next.ExportPkcs8PrivateKeyPem() + "\n" + oldPublic);
        world.Clock.Advance(LookedAgain);
        await HandOverAsync(world, 3);

        world["51"].Get<IKeyRing>().Signer.KeyId.ShouldNotBe(oldId);
        world["44"].Logs.Count(5002).ShouldBe(0);
        var before = (await world["51"].SentAsync(World.Application(1), "44"))!;
        foreach (var stamp in (TestStamp[])[world["51"], world["44"]])
        {
            stamp.Signatures.OpenKept<Orchestrations.Exchange.Envelope>(before.Message!, MessageType.HandOver, envelope => envelope.From).Value.ShouldNotBeNull();
        }
    }

    [Fact]
    public async Task A_hand_over_whose_key_the_peer_does_not_know_waits_and_is_taken_once_it_does()
    {
        await using var world = await World.StartAsync("51", "44");
        var known = File.ReadAllText(world.PublicKeyFile("51"));
        world.MakeKey("51");
        var made = File.ReadAllText(world.PublicKeyFile("51"));
        File.WriteAllText(world.PublicKeyFile("51"), known);
        world.Clock.Advance(LookedAgain);

        await world["51"].HandOverAsync(World.Application(1), "44", "{}");
        await world.UntilAsync("the refusal", async () => (await world["51"].SentAsync(World.Application(1), "44"))!.Refused is not null);

        var refused = (await world["51"].PeerAsync("44")).RefusedByPeer.ShouldHaveSingleItem();
        refused.Refusal.Code.ShouldBe("unknown-key");
        (await world["44"].PeerAsync("51")).RefusedHere.ShouldHaveSingleItem().Refusal.Code.ShouldBe("unknown-key");
        world["51"].Logs.Count(5001).ShouldBe(1);

        File.WriteAllText(world.PublicKeyFile("51"), made);
        await world.RunUntilReceiptedAsync(World.Application(1), "51", "44");
        (await world["51"].PeerAsync("44")).RefusedByPeer.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_file_that_is_no_key_leaves_the_keys_as_they_were()
    {
        await using var world = await World.StartAsync("51", "44");
        File.WriteAllText(world.PublicKeyFile("51"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----");
        world.Clock.Advance(LookedAgain);

        await HandOverAsync(world, 1);

        world["44"].Logs.Count(5051).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Another_algorithm_is_another_key_and_the_stamps_understand_each_other()
    {
        await using var world = await World.StartAsync("51", "44");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        File.WriteAllText(world.KeyFile("51"), other.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(world.PublicKeyFile("51"), other.ExportSubjectPublicKeyInfoPem());
        world.Clock.Advance(LookedAgain);

        await HandOverAsync(world, 1);

        var sent = (await world["51"].SentAsync(World.Application(1), "44"))!;
        Jws.TryParse(sent.Message!, out var message, out _).ShouldBeTrue();
        Jws.TryParse(sent.Receipt!, out var receipt, out _).ShouldBeTrue();
        message!.Header.Alg.ShouldBe("ES384");
        receipt!.Header.Alg.ShouldBe("ES256");
        sent.Digest.ShouldStartWith("sha-384:");
        (await world["44"].Reconciliation.RunAsync(world["51"].Province, new NodaTime.LocalDate(2026, 3, 2), default)).Differences.ShouldBe(0);
    }

    private static async Task HandOverAsync(World world, int number)
    {
        await world["51"].HandOverAsync(World.Application(number), "44", "{}");
        await world.UntilReceiptedAsync(World.Application(number), "51", "44");
    }
}
