using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>
/// Names a key by itself (RFC 7638: SHA-256 over the required members of its JWK in lexical order), so that two stamps never give one key two
/// names, nor one name to two keys.
/// </summary>
internal static class JwkThumbprint
{
    public static string OfEllipticCurve(string curve, ReadOnlySpan<byte> x, ReadOnlySpan<byte> y) => Base64Url.EncodeToString(SHA256.HashData(
        Encoding.ASCII.GetBytes($$"""{"crv":"{{curve}}","kty":"EC","x":"{{Base64Url.EncodeToString(x)}}","y":"{{Base64Url.EncodeToString(y)}}"}""")));
}
