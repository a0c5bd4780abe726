namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>A digest algorithm: SHA-256, or another that a signature suite brings (SM3).</summary>
public interface IDigest
{
    /// <summary>Its name in digests, as the IANA registry of named information has it: <c>sha-256</c>.</summary>
    string Name { get; }

    byte[] Compute(ReadOnlySpan<byte> data);
}
