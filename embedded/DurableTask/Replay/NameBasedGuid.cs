using System.Security.Cryptography;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Name-based identifiers, RFC 9562 version 5: SHA-1 of a name space and a name.</summary>
internal static class NameBasedGuid
{
    // The official SDK's name space, so that both hosts make the same identifiers.
    private static readonly Guid NameSpace = new("9e952958-5e33-4daf-827f-2fa12937b875");

    public static Guid Of(string name)
    {
        var length = System.Text.Encoding.UTF8.GetByteCount(name);
        Span<byte> input = stackalloc byte[16 + Math.Min(length, 512)];
        if (length > 512)
        {
            input = new byte[16 + length];
        }

        NameSpace.TryWriteBytes(input, bigEndian: true, out _);
        System.Text.Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // SHA-1 is what version 5 prescribes; nothing is protected by it.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
