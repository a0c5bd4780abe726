using System.Buffers.Text;
using System.Security.Cryptography;

namespace CrossRegion.Orchestrations.Sealing;

/// <summary>
/// A sealed value as it stands in a document: <c>sealed:</c> and, in base64url, a version (1 byte), a random nonce (12), the value's JSON
/// under AES-256-GCM, and the tag (16).
/// </summary>
internal static class SealedText
{
    public const int KeyBytes = 32;

    private const byte Version = 1;
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    public static ReadOnlySpan<byte> Prefix => "sealed:"u8;

    /// <param name="key">32 bytes.</param>
    public static AesGcm Cipher(byte[] key) => new(key, TagBytes);

    /// <param name="cipher">Of the application.</param>
    /// <param name="value">What to seal.</param>
    /// <param name="place">Where it will stand; it opens nowhere else.</param>
    public static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> value, ReadOnlySpan<byte> place)
    {
        var bytes = new byte[1 + NonceBytes + value.Length + TagBytes];
        var nonce = bytes.AsSpan(1, NonceBytes);
        bytes[0] = Version;
        RandomNumberGenerator.Fill(nonce);
        cipher.Encrypt(nonce, value, bytes.AsSpan(1 + NonceBytes, value.Length), bytes.AsSpan(^TagBytes..), place);
        var text = new byte[Prefix.Length + Base64Url.GetEncodedLength(bytes.Length)];
        Prefix.CopyTo(text);
        Base64Url.EncodeToUtf8(bytes, text.AsSpan(Prefix.Length));
        return text;
    }

    /// <exception cref="CryptographicException">It is damaged, stood elsewhere, or is another key's.</exception>
    public static byte[] Open(AesGcm cipher, ReadOnlySpan<byte> text, ReadOnlySpan<byte> place)
    {
        var encoded = text[Prefix.Length..];
        var bytes = Base64Url.IsValid(encoded) ? Base64Url.DecodeFromUtf8(encoded) : [];
        if (bytes.Length < 1 + NonceBytes + TagBytes || bytes[0] != Version)
        {
            throw new CryptographicException("no sealed text of a version that is known");
        }

        var value = new byte[bytes.Length - 1 - NonceBytes - TagBytes];
        cipher.Decrypt(bytes.AsSpan(1, NonceBytes), bytes.AsSpan(1 + NonceBytes, value.Length), bytes.AsSpan(^TagBytes..), value, place);
        return value;
    }
}
