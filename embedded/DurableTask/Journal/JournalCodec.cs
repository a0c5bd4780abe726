using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Instances;
using CrossRegion.Embedded.DurableTask.Storage;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>A group of entries as one row: format, CRC-32C of the rest, then the entries.</summary>
internal static class JournalCodec
{
    /// <summary>Each entry after its length. Written before version 2 of the store.</summary>
    private const byte Measured = 1;

    /// <summary>The entries one after the other.</summary>
    private const byte Plain = 2;

    private const int ChecksumPlace = 1;
    private const int HeaderLength = 5;

    /// <summary>Begins a row in an empty buffer; the entries are written after it.</summary>
    public static void Begin(ByteWriter row)
    {
        row.Byte(Plain);
        row.Fixed32(0);
    }

    /// <summary>Ends a row to which nothing more is added.</summary>
    public static void Seal(ByteWriter row) => row.Fixed32At(ChecksumPlace, Checksum.Of(row.Written[HeaderLength..]));

    /// <summary>Hands the entries of a row, one by one, to <paramref name="take"/>: each is read after the one before was taken.</summary>
    /// <param name="find">Gives the instance of an id, made if there is none.</param>
    /// <exception cref="EngineDataException">The row is damaged or of a later version.</exception>
    public static void Read(long seq, byte[] row, Func<string, Instance> find, Action<JournalEntry> take)
    {
        try
        {
            var from = new ByteReader(row);
            var format = from.Byte();
            if (format is not (Measured or Plain))
            {
                throw new InvalidDataException($"It is in format {format}; this version knows {Measured} and {Plain}.");
            }

            var checksum = from.Fixed32();
            var body = from.Rest();
            if (Checksum.Of(body) != checksum)
            {
                throw new InvalidDataException("Its checksum is wrong.");
            }

            for (var rest = new ByteReader(body); !rest.AtEnd;)
            {
                if (format == Measured)
                {
                    _ = rest.Count();
                }

                take(JournalEntry.Read(ref rest, find));
            }
        }
        catch (InvalidDataException damage)
        {
            throw new EngineDataException($"Row {seq} of the journal cannot be read. {damage.Message}", damage);
        }
    }
}
