using System.Security.Cryptography;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Orchestrations.Exchange.Signing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CrossRegion.Adapters.Tests.Peers;

public sealed class PeerSettingTests : IDisposable
{
    private readonly KeyFiles _keys = new();

    public void Dispose() => _keys.Dispose();

    [Fact]
    public void A_stamp_without_peers_needs_no_key()
    {
        using var services = PeerComposition.Of();

        Validate(services);
    }

    [Fact]
    public void Keys_may_stand_in_the_settings_themselves_several_of_them()
    {
        using var other = new KeyFiles();
        using var services = PeerComposition.Of(
            ("CrossRegion:Peers:44:Endpoint", "https://44.example"),
            ("CrossRegion:Peers:44:PublicKeys", other.Public + "\n" + _keys.Public),
            ("CrossRegion:Exchange:SigningKey", _keys.Private));

        Validate(services);
        var ring = services.GetRequiredService<IKeyRing>();

        ring.Find(ProvinceCode.Parse("44"), ring.Signer.KeyId).ShouldNotBeNull();
        ring.Find(ProvinceCode.Parse("51"), ring.Signer.KeyId).ShouldNotBeNull();
        ring.Find(ProvinceCode.Parse("50"), ring.Signer.KeyId).ShouldBeNull();
        ring.FindDigest("sha-256").ShouldNotBeNull();
        ring.FindDigest("md5").ShouldBeNull();
    }

    [Fact]
    public void Every_fault_is_told_at_once_when_the_program_starts()
    {
        using var rsa = RSA.Create(2048);
        using var services = PeerComposition.Of(
            ("CrossRegion:Peers:83:Endpoint", "ftp://83.example"),
            ("CrossRegion:Peers:83:PublicKeys", rsa.ExportSubjectPublicKeyInfoPem()),
            ("CrossRegion:Peers:44:Endpoint", "https://44.example"),
            ("CrossRegion:Peers:44:PublicKeys", _keys.Private),
            ("CrossRegion:Peers:50:Endpoint", "https://50.example"),
            ("CrossRegion:Peers:50:PublicKeys", "/no/such/file"),
            ("CrossRegion:Exchange:SigningKey", _keys.Public),
            ("CrossRegion:Exchange:TimeoutSeconds", "0.5"));

        var failures = Should.Throw<OptionsValidationException>(() => Validate(services)).Failures.ToList();

        failures.Count.ShouldBe(7);
        failures.ShouldContain("CrossRegion:Peers:83: a province code: '83' is no province of GB/T 2260");
        failures.ShouldContain("CrossRegion:Peers:83:Endpoint is an absolute http or https URL.");
        failures.ShouldContain("CrossRegion:Peers:83:PublicKeys: block 1, PUBLIC KEY, is no key of a known algorithm, or a second private key");
        failures.ShouldContain("CrossRegion:Peers:44:PublicKeys holds public keys and no private one.");
        failures.ShouldContain(failure => failure.StartsWith("CrossRegion:Peers:50:PublicKeys: is neither PEM nor a file that can be read", StringComparison.Ordinal));
        failures.ShouldContain("CrossRegion:Exchange:SigningKey holds no private key.");
        failures.ShouldContain("CrossRegion:Exchange:TimeoutSeconds is 1 to 300.");
    }

    [Fact]
    public void A_key_is_named_by_its_thumbprint()
    {
        // RFC 7517, appendix A.1: the key on P-256; its thumbprint by RFC 7638 was computed with OpenSSL and coreutils.
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = System.Buffers.Text.Base64Url.DecodeFromChars("MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4"),
                Y = System.Buffers.Text.Base64Url.DecodeFromChars("4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"),
            },
        };
        using var key = ECDsa.Create(parameters);

        CrossRegion.Adapters.Peers.Keys.EcdsaSuite.Es256.ImportPublic(key.ExportSubjectPublicKeyInfo())!.KeyId.ShouldBe("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s");
    }

    private static void Validate(ServiceProvider services) => services.GetRequiredService<IStartupValidator>().Validate();
}
