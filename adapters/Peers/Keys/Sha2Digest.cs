using System.Security.Cryptography;
using CrossRegion.Orchestrations.Exchange.Signing;

namespace CrossRegion.Adapters.Peers.Keys;

/// <summary>SHA-2, under the names of the IANA registry of named information hash algorithms.</summary>
internal sealed class Sha2Digest(HashAlgorithmName algorithm, string name) : IDigest
{
    public string Name => name;

    public byte[] Compute(ReadOnlySpan<byte> data) => CryptographicOperations.HashData(algorithm, data);
}
