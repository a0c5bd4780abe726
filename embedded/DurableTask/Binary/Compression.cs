using System.IO.Compression;

namespace CrossRegion.Embedded.DurableTask.Binary;

/// <summary>Compression for what is written often and read seldom: Brotli at its fastest.</summary>
internal static class Compression
{
    private const int Quality = 0;
    private const int Window = 18;

    /// <summary>Appends the packed bytes; their plain length is for the caller to keep.</summary>
    public static void Pack(ByteWriter to, ReadOnlySpan<byte> plain)
    {
        var room = to.Room(BrotliEncoder.GetMaxCompressedLength(plain.Length));
        if (!BrotliEncoder.TryCompress(plain, room, out var length, Quality, Window))
        {
            throw new InvalidOperationException($"{plain.Length} bytes did not fit into {room.Length}.");
        }

        to.CutTo(to.Length - room.Length + length);
    }

    /// <exception cref="InvalidDataException">These are not so many packed bytes.</exception>
    public static byte[] Unpack(int count, ReadOnlySpan<byte> packed)
    {
        var plain = new byte[count];
        return BrotliDecoder.TryDecompress(packed, plain, out var length) && length == count
            ? plain
            : throw new InvalidDataException("It cannot be unpacked.");
    }
}
