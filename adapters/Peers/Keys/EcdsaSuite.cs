using System.Security.Cryptography;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>ECDSA on a curve of NIST with a digest of SHA-2 (RFC 7518 section 3.4).</summary>
public sealed class EcdsaSuite : ISignatureSuite
{
    private readonly string _algorithm;
    private readonly string _curve;
    private readonly ECCurve _named;
    private readonly HashAlgorithmName _hash;

    private EcdsaSuite(string algorithm, string curve, ECCurve named, HashAlgorithmName hash, string digest)
    {
        (_algorithm, _curve, _named, _hash) = (algorithm, curve, named, hash);
        Digest = new Sha2Digest(hash, digest);
    }

    /// <summary>P-256 with SHA-256: what stamps speak unless they have agreed on another.</summary>
    public static EcdsaSuite Es256 { get; } = new("ES256", "P-256", ECCurve.NamedCurves.nistP256, HashAlgorithmName.SHA256, "sha-256");

    /// <summary>P-384 with SHA-384.</summary>
    public static EcdsaSuite Es384 { get; } = new("ES384", "P-384", ECCurve.NamedCurves.nistP384, HashAlgorithmName.SHA384, "sha-384");

    public IDigest Digest { get; }

    public ISigner? ImportPrivate(ReadOnlySpan<byte> pkcs8)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportPkcs8PrivateKey(pkcs8, out _);
        }
        catch (CryptographicException)
        {
            return null; // Of another algorithm, or none.
        }

        return IsOfCurve(key) ? Key(key.ExportParameters(includePrivateParameters: true)) : null;
    }

    public IVerifier? ImportPublic(ReadOnlySpan<byte> subjectPublicKeyInfo)
    {
        using var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(subjectPublicKeyInfo, out _);
        }
        catch (CryptographicException)
        {
            return null; // Of another algorithm, or none.
        }

        return IsOfCurve(key) ? Key(key.ExportParameters(includePrivateParameters: false)) : null;
    }

    private EcdsaKey Key(ECParameters parameters) =>
        new(parameters, Digest, _algorithm, _hash, JwkThumbprint.OfEllipticCurve(_curve, parameters.Q.X, parameters.Q.Y));

    private bool IsOfCurve(ECDsa key) => key.ExportParameters(includePrivateParameters: false).Curve is { IsNamed: true } curve
        && curve.Oid.Value == _named.Oid.Value;
}
