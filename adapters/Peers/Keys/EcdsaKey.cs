using System.Collections.Concurrent;
using System.Security.Cryptography;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>
/// A key on an elliptic curve, with or without its private half. The platform's objects are not for two threads at once, so there are as many
/// as ever were at work together; the key is imported once for each and kept.
/// </summary>
internal sealed class EcdsaKey(ECParameters parameters, IDigest digest, string algorithm, HashAlgorithmName hash, string keyId) : ISigner, IVerifier
{
    private const DSASignatureFormat Format = DSASignatureFormat.IeeeP1363FixedFieldConcatenation;

    private readonly ConcurrentBag<ECDsa> _idle = [];

    public string KeyId => keyId;

    public string Algorithm => algorithm;

    public IDigest Digest => digest;

    public byte[] Sign(ReadOnlySpan<byte> data)
    {
        var key = Take();
        var signature = new byte[key.GetMaxSignatureSize(Format)];
        key.SignData(data, signature, hash, Format);
        _idle.Add(key);
        return signature;
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var key = Take();
        var isRight = key.VerifyData(data, signature, hash, Format);
        _idle.Add(key);
        return isRight;
    }

    /// <remarks>A key that was rolled over is garbage with its handles: they have finalizers.</remarks>
    private ECDsa Take() => _idle.TryTake(out var idle) ? idle : ECDsa.Create(parameters);
}
