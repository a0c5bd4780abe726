using System.Buffers;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>A JSON Web Signature in compact form (RFC 7515 section 7.1): header, payload and signature in base64url, dots between.</summary>
public sealed class Jws
{
    private static readonly IReadOnlyList<string> Understood = ["exp"];

    private readonly string _text;
    private readonly int _signed;
    private readonly byte[] _signature;

    private Jws(string text, int signed, JwsHeader header, byte[] payload, byte[] signature)
    {
        (_text, _signed, _signature) = (text, signed, signature);
        (Header, Payload) = (header, payload);
    }

    public JwsHeader Header { get; }

    /// <summary>The signed bytes themselves, nothing read and written again.</summary>
    public byte[] Payload { get; }

    /// <summary>Signs; <paramref name="expires"/> null makes what never expires.</summary>
    public static string Sign(ISigner signer, string type, ReadOnlySpan<byte> payload, long issued, long? expires)
    {
        var header = new JwsHeader(signer.Algorithm, type, signer.KeyId, issued, expires, expires is null ? null : Understood);
        var signed = $"{Base64Url.EncodeToString(ExchangeJson.WriteBytes(header))}.{Base64Url.EncodeToString(payload)}";
        return $"{signed}.{Base64Url.EncodeToString(signer.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    public static bool TryParse(string text, [NotNullWhen(true)] out Jws? jws, [NotNullWhen(false)] out string? fault)
    {
        jws = null;
        var (first, last) = (text.IndexOf('.', StringComparison.Ordinal), text.LastIndexOf('.'));
        if (first < 0 || first == last
            || !TryDecode(text.AsSpan(0, first), out var head)
            || !TryDecode(text.AsSpan(first + 1, last - first - 1), out var payload)
            || !TryDecode(text.AsSpan(last + 1), out var signature))
        {
            fault = "no JWS in compact form";
            return false;
        }

        if (!ExchangeJson.TryRead<JwsHeader>(head, out var header, out fault))
        {
            return false;
        }

        if (header.Crit is { } critical && !(critical is ["exp"] && header.Exp is not null))
        {
            fault = "the header demands what is not understood here";
            return false;
        }

        jws = new Jws(text, last, header, payload, signature);
        return true;
    }

    public bool IsSignedWith(IVerifier key) => key.Verify(Encoding.ASCII.GetBytes(_text[.._signed]), _signature);

    /// <summary>Without padding, and without white space, which the decoder would skip.</summary>
    private static bool TryDecode(ReadOnlySpan<char> text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = text.ContainsAnyExcept(Alphabet) ? null : new byte[Base64Url.GetMaxDecodedLength(text.Length)];
        if (bytes is null || Base64Url.DecodeFromChars(text, bytes, out _, out var written) != OperationStatus.Done)
        {
            bytes = null;
            return false;
        }

        Array.Resize(ref bytes, written);
        return true;
    }

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
}
