using System.Numerics;
using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Storage;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>A group of entries as one row: format, CRC-32C of the rest, then the entries, each after its length.</summary>
internal static class JournalCodec
{
    private const byte Format = 1;
    private const int HeaderLength = 5;

    public static byte[] Write(IReadOnlyList<JournalEntry> entries)
    {
        var body = new ByteWriter(4096);
        var one = new ByteWriter(1024);
        foreach (var entry in entries)
        {
            one.Clear();
            entry.WriteTo(one);
            body.Bytes(one.Written);
        }

        var row = new ByteWriter(HeaderLength + body.Length);
        row.Byte(Format);
        row.Fixed32(Crc32C(body.Written));
        row.Raw(body.Written);
        return row.ToArray();
    }

    /// <exception cref="EngineDataException">The row is damaged or of a later version.</exception>
    public static IReadOnlyList<JournalEntry> Read(long seq, byte[] row)
    {
        try
        {
            var from = new ByteReader(row);
            var format = from.Byte();
            if (format != Format)
            {
                throw new InvalidDataException($"It is in format {format}; this version knows {Format}.");
            }

            var checksum = from.Fixed32();
            var body = from.Rest();
            if (Crc32C(body) != checksum)
            {
                throw new InvalidDataException("Its checksum is wrong.");
            }

            var entries = new List<JournalEntry>();
            for (var rest = new ByteReader(body); !rest.AtEnd;)
            {
                var one = new ByteReader(rest.Bytes());
                entries.Add(JournalEntry.Read(ref one));
            }

            return entries;
        }
        catch (InvalidDataException damage)
        {
            throw new EngineDataException($"Row {seq} of the journal cannot be read. {damage.Message}", damage);
        }
    }

    private static uint Crc32C(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        foreach (var one in bytes)
        {
            crc = BitOperations.Crc32C(crc, one);
        }

        return ~crc;
    }
}
