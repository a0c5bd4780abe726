using System.Buffers;
using CrossRegion.Domain.Faults;
using CrossRegion.Functions.Problems;

namespace CrossRegion.Functions.Intake;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>The most that a body may have, in bytes: 1 MiB.</summary>
    public const int MaximumBytes = 1024 * 1024;

    private const int BlockBytes = 16 * 1024;

    /// <summary>413, for a body that has more.</summary>
    public static Problem TooLarge { get; } = new(
        ProblemKind.TooLarge,
        [new Fault("", "too-large", $"请求最多{MaximumBytes}字节", $"a request has at most {MaximumBytes} bytes")]);

    /// <summary>The whole body; null as soon as one byte more than <see cref="MaximumBytes"/> has been read, however much is still to come.</summary>
    public static Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, CancellationToken cancellation) => ReadAsync(body, MaximumBytes, cancellation);

    /// <summary>The same with another limit, in bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int maximumBytes, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(BlockBytes);
        while (true)
        {
            var room = buffer.GetMemory(BlockBytes);
            var read = await body.ReadAsync(room[..Math.Min(room.Length, maximumBytes + 1 - buffer.WrittenCount)], cancellation);
            if (read == 0)
            {
                return buffer.WrittenMemory;
            }

            buffer.Advance(read);
            if (buffer.WrittenCount > maximumBytes)
            {
                return null;
            }
        }
    }
}
