using System.Buffers.Text;

namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>Digests as text, which names the algorithm: <c>sha-256:BASE64URL</c>.</summary>
public static class Digests
{
    public static string Text(this IDigest digest, ReadOnlySpan<byte> data) => $"{digest.Name}:{Base64Url.EncodeToString(digest.Compute(data))}";

    /// <summary>The algorithm's name in a digest's text.</summary>
    public static string NameIn(string digest) => digest.Split(':', 2)[0];
}
