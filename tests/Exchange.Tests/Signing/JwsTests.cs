using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using CrossRegion.Adapters.Peers.Keys;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Exchange.Tests.Signing;

public sealed class JwsTests
{
    /// <summary>RFC 7515, appendix A.3.</summary>
    private const string Example =
        "eyJhbGciOiJFUzI1NiJ9"
        + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ"
        + ".DtEhU3ljbEg8L38VWAfUAqOyKAM6-Xx-F4GawxaepmXFCgfTjDxw5djxLa8ISlSApmWQxfKTUJqPP3-Kg6NU1Q";

    private static readonly ISigner Signer = Make();

    [Fact]
    public void The_example_of_RFC_7515_verifies()
    {
        var parameters = new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint
            {
                X = Base64Url.DecodeFromChars("f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU"),
                Y = Base64Url.DecodeFromChars("x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"),
            },
        };
        using var example = ECDsa.Create(parameters);
        var key = EcdsaSuite.Es256.ImportPublic(example.ExportSubjectPublicKeyInfo()).ShouldNotBeNull();
        var (signed, signature) = (Example[..Example.LastIndexOf('.')], Example[(Example.LastIndexOf('.') + 1)..]);

        key.Verify(Encoding.ASCII.GetBytes(signed), Base64Url.DecodeFromChars(signature)).ShouldBeTrue();
        key.Verify(Encoding.ASCII.GetBytes(signed + "a"), Base64Url.DecodeFromChars(signature)).ShouldBeFalse();
    }

    [Fact]
    public void What_is_signed_is_read_back_byte_by_byte_and_verifies()
    {
        var payload = Encoding.UTF8.GetBytes("""{ "中文":  1 }""");

        var jws = Parse(Jws.Sign(Signer, MessageType.Receipt, payload, issued: 1_700_000_000, expires: null));

        jws.Payload.ShouldBe(payload);
        jws.Header.ShouldBe(new JwsHeader("ES256", MessageType.Receipt, Signer.KeyId, 1_700_000_000));
        jws.IsSignedWith((IVerifier)Signer).ShouldBeTrue();
        jws.IsSignedWith((IVerifier)Make()).ShouldBeFalse();
    }

    [Fact]
    public void Nothing_in_a_message_can_be_changed()
    {
        var text = Jws.Sign(Signer, MessageType.HandOver, "{}"u8, issued: 1, expires: 2);

        for (var i = 0; i < text.Length; i++)
        {
            var changed = text[..i] + (text[i] == 'A' ? 'B' : 'A') + text[(i + 1)..];
            var isStillGood = Jws.TryParse(changed, out var jws, out _) && jws.IsSignedWith((IVerifier)Signer);

            isStillGood.ShouldBeFalse($"{changed} at {i}");
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("..")]
    [InlineData("e30.e30.e30")]
    [InlineData("e30.e30.e30.e30")]
    [InlineData("e30=.e30.e30")]
    [InlineData(" eyJhbGciOiJFUzI1NiJ9.e30.e30")]
    [InlineData("eyJhbGciOiJFUzI1NiJ9.e3\n0.e30")]
    public void What_is_no_compact_JWS_of_the_exchange_is_refused(string text)
    {
        Jws.TryParse(text, out _, out var fault).ShouldBeFalse();
        fault.ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("""{"alg":"ES256","alg":"none","typ":"t","kid":"k","iat":1}""", "Duplicate")]
    [InlineData("""{"alg":"ES256","typ":"t","kid":"k","iat":1,"crit":["b64"],"b64":false}""", "not understood")]
    [InlineData("""{"alg":"ES256","typ":"t","kid":"k","iat":1,"crit":["exp"]}""", "not understood")]
    [InlineData("""{"alg":"ES256","typ":"t","kid":"k","iat":1,"exp":2,"crit":["exp","exp"]}""", "not understood")]
    [InlineData("""{"alg":"ES256","typ":"t","kid":"k","iat":1,"exp":2,"crit":[]}""", "not understood")]
    [InlineData("""{"alg":"ES256","typ":"t","iat":1}""", "kid")]
    [InlineData("""{"alg":"ES256","typ":"t","kid":null,"iat":1}""", "kid")]
    [InlineData("""{"alg":"ES256","typ":"t","kid":"k","iat":"1"}""", "iat")]
    public void A_header_that_demands_too_much_or_says_too_little_is_refused(string header, string because)
    {
        var text = $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header))}.e30.e30";

        Jws.TryParse(text, out _, out var fault).ShouldBeFalse();
        fault.ShouldContain(because);
    }

    [Fact]
    public void Many_threads_may_sign_and_verify_with_one_key()
    {
        Parallel.For(0, 500, i =>
        {
            var data = BitConverter.GetBytes(i);
            ((IVerifier)Signer).Verify(data, Signer.Sign(data)).ShouldBeTrue();
        });
    }

    private static Jws Parse(string text)
    {
        Jws.TryParse(text, out var jws, out var fault).ShouldBeTrue(fault);
        return jws!;
    }

    private static ISigner Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return EcdsaSuite.Es256.ImportPrivate(key.ExportPkcs8PrivateKey())!;
    }
}
