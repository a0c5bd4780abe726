namespace CrossRegion.Orchestrations.Exchange.Signing;

/// <summary>A private key. May be used by several threads at once.</summary>
public interface ISigner
{
    /// <summary>Names the key: the thumbprint of its public half.</summary>
    string KeyId { get; }

    /// <summary>The JWS algorithm (RFC 7518 section 3.1): <c>ES256</c>.</summary>
    string Algorithm { get; }

    /// <summary>The digest that belongs to the algorithm; bodies and envelopes are digested with it.</summary>
    IDigest Digest { get; }

    /// <summary>The signature as JWS carries it: for ECDSA R and S beside each other (RFC 7518 section 3.4).</summary>
    byte[] Sign(ReadOnlySpan<byte> data);
}
