using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>
/// A signature algorithm with its digest. One more in the services (SM2 with SM3, GB/T 32918 and 32905) is one more that stamps can speak:
/// which one a key is for is told by the key itself.
/// </summary>
public interface ISignatureSuite
{
    IDigest Digest { get; }

    /// <summary>A private key (PKCS #8, RFC 5958), or null when it is none of this algorithm.</summary>
    ISigner? ImportPrivate(ReadOnlySpan<byte> pkcs8);

    /// <summary>A public key (SubjectPublicKeyInfo, RFC 5280), or null when it is none of this algorithm.</summary>
    IVerifier? ImportPublic(ReadOnlySpan<byte> subjectPublicKeyInfo);
}
