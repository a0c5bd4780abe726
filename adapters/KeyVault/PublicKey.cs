using System.Security.Cryptography;

namespace CrossRegion.Adapters.KeyVault;

/// <summary>The public part of one version of the master key.</summary>
internal sealed record PublicKey(string Version, RSAParameters Parameters)
{
    /// <summary>RSA-OAEP-256, as the vault undoes it.</summary>
    public byte[] Wrap(ReadOnlySpan<byte> key)
    {
        using var rsa = RSA.Create(Parameters);
        return rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
    }
}
