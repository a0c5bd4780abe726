using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>A group of entries as one row: format, CRC-32C of the rest, then the entries, compressed where that pays.</summary>
internal static class JournalCodec
{
    /// <summary>Each entry after its length. Written before version 2 of the store.</summary>
    private const byte Measured = 1;

    /// <summary>The entries one after the other.</summary>
    private const byte Plain = 2;

    /// <summary>The same, compressed, after their length.</summary>
    private const byte Packed = 3;

    private const int ChecksumPlace = 1;
    private const int HeaderLength = 5;
    private const int SmallestWorthCompressing = 1024;

    /// <summary>Makes a row of encoded entries. Entries repeat each other's words: a tenth is left of a large group, at a GB/s.</summary>
    /// <param name="row">An empty buffer.</param>
    public static void Write(ByteWriter row, ReadOnlySpan<byte> entries)
    {
        var packs = entries.Length >= SmallestWorthCompressing;
        row.Byte(packs ? Packed : Plain);
        row.Fixed32(0);
        if (packs)
        {
            row.Number(entries.Length);
            Compression.Pack(row, entries);
        }
        else
        {
            row.Raw(entries);
        }

        row.Fixed32At(ChecksumPlace, Checksum.Of(row.Written[HeaderLength..]));
    }

    /// <summary>Hands the entries of a row, one by one, to <paramref name="take"/>: each is read after the one before was taken.</summary>
    /// <param name="find">Gives the instance of an id, made if there is none.</param>
    /// <returns>The size of the entries, bytes, uncompressed.</returns>
    /// <exception cref="EngineDataException">The row is damaged or of a later version.</exception>
    public static int Read(long seq, byte[] row, Func<string, Instance> find, Action<JournalEntry> take)
    {
        try
        {
            var from = new ByteReader(row);
            var format = from.Byte();
            if (format is < Measured or > Packed)
            {
                throw new InvalidDataException($"It is in format {format}; this version knows {Measured} to {Packed}.");
            }

            var checksum = from.Fixed32();
            var body = from.Rest();
            if (Checksum.Of(body) != checksum)
            {
                throw new InvalidDataException("Its checksum is wrong.");
            }

            var rest = new ByteReader(body);
            if (format == Packed)
            {
                var count = rest.Count();
                rest = new ByteReader(Compression.Unpack(count, rest.Rest()));
            }

            var length = rest.Length;
            while (!rest.AtEnd)
            {
                if (format == Measured)
                {
                    _ = rest.Count();
                }

                take(JournalEntry.Read(ref rest, find));
            }

            return length;
        }
        catch (InvalidDataException damage)
        {
            throw new EngineDataException($"Row {seq} of the journal cannot be read. {damage.Message}", damage);
        }
    }
}
