using System.Buffers.Binary;
using System.Text;

namespace CrossRegion.Embedded.DurableTask.Binary;

/// <summary>
/// Appends values to a growing buffer: whole numbers in base 128 (LEB128), texts as UTF-8 after their length, times as
/// ticks (100 ns) in UTC.
/// </summary>
internal sealed class ByteWriter(int capacity = 256)
{
    private const int LargestKept = 1 << 20;

    private byte[] _bytes = new byte[capacity];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Memory => _bytes.AsMemory(0, Length);

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public byte[] ToArray() => Written.ToArray();

    /// <summary>Empties it, to be filled again. A buffer that something large has stretched is given back.</summary>
    public void Clear()
    {
        Length = 0;
        if (_bytes.Length > LargestKept)
        {
            _bytes = new byte[capacity];
        }
    }

    public void Byte(byte value) => Reserve(1)[0] = value;

    public void Flag(bool value) => Byte(value ? (byte)1 : (byte)0);

    public void Number(long value)
    {
        var rest = (ulong)value;
        while (rest >= 0x80)
        {
            Byte((byte)(rest | 0x80));
            rest >>= 7;
        }

        Byte((byte)rest);
    }

    /// <summary>Fills in a number that was not known when its place was written.</summary>
    public void Fixed32At(int place, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(_bytes.AsSpan(place), value);

    public void Fixed32(uint value) => BinaryPrimitives.WriteUInt32LittleEndian(Reserve(sizeof(uint)), value);

    public void Time(DateTime value) => BinaryPrimitives.WriteInt64LittleEndian(Reserve(sizeof(long)), value.Ticks);

    public void Time(DateTime? value)
    {
        Flag(value.HasValue);
        if (value is { } time)
        {
            Time(time);
        }
    }

    /// <summary>Length + 1 and the text's bytes; 0 for <c>null</c>.</summary>
    public void Text(string? value)
    {
        if (value is null)
        {
            Number(0);
            return;
        }

        var count = UTF8.GetByteCount(value);
        Number(count + 1);
        UTF8.GetBytes(value, Reserve(count));
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        Number(value.Length);
        value.CopyTo(Reserve(value.Length));
    }

    public void Raw(ReadOnlySpan<byte> value) => value.CopyTo(Reserve(value.Length));

    /// <summary>Room for so many bytes, to be filled in by the caller.</summary>
    public Span<byte> Room(int count) => Reserve(count);

    /// <summary>Takes back what was written after the first <paramref name="length"/> bytes.</summary>
    public void CutTo(int length) => Length = length;

    private static UTF8Encoding UTF8 { get; } = new(encoderShouldEmitUTF8Identifier: false);

    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + count));
        }

        Length += count;
        return _bytes.AsSpan(Length - count, count);
    }
}
