namespace CrossRegion.Intake.Tests;

/// <summary>A body that is made while it is read, and counts what was taken of it.</summary>
internal sealed class GeneratedStream : Stream
{
    private readonly byte[]? _bytes;
    private readonly long _length;
    private readonly int _block;

    public GeneratedStream(long length) => (_length, _block) = (length, 64 * 1024);

    public GeneratedStream(byte[] bytes, int block) => (_bytes, _length, _block) = (bytes, bytes.Length, block);

    /// <summary>How many bytes have been read.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(Read(buffer.Span));
    }

    public override int Read(Span<byte> buffer)
    {
        var count = (int)Math.Min(Math.Min(buffer.Length, _block), _length - Given);
        if (_bytes is null)
        {
            buffer[..count].Fill((byte)' ');
        }
        else
        {
            _bytes.AsSpan((int)Given, count).CopyTo(buffer);
        }

        Given += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
