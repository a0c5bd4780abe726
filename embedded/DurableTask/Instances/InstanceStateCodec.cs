using System.Buffers;
using System.IO.Compression;
using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>An instance's state as one blob: format, fields, pending messages, then the history, compressed where that pays.</summary>
internal static partial class InstanceStateCodec
{
    private const byte Format = 1;
    private const int SmallestWorthCompressing = 256;

    public static void Write(ByteWriter to, InstanceState state)
    {
        if (state.Damage is { } damage)
        {
            WriteDamaged(to, state, damage);
            return;
        }

        to.Byte(Format);
        to.Number(state.Execution);
        HistoryCodec.Write(to, state.Start);
        to.Time(state.CreatedAt);
        to.Time(state.UpdatedAt);
        to.Byte((byte)state.Status);
        to.Text(state.Output);
        to.Text(state.CustomStatus);
        FailureCodec.Write(to, state.Failure);
        to.Time(state.WakeAt);
        WriteInbox(to, state.Inbox);
        WriteHistory(to, state.History);
    }

    /// <exception cref="InvalidDataException">The blob is damaged or of an unknown format.</exception>
    public static InstanceState Read(ReadOnlySpan<byte> blob)
    {
        var from = new ByteReader(blob);
        var format = from.Byte();
        if (format == DamagedFormat)
        {
            return ReadDamaged(ref from);
        }

        if (format != Format)
        {
            throw new InvalidDataException($"The instance is in format {format}; this version knows {Format}.");
        }

        var execution = from.Number();
        var start = HistoryCodec.Read(ref from) as ExecutionStarted ?? throw new InvalidDataException("The instance lacks its start.");
        var state = new InstanceState(execution, start, from.Time())
        {
            UpdatedAt = from.Time(),
            Status = (OrchestrationRuntimeStatus)from.Byte(),
            Output = from.Text(),
            CustomStatus = from.Text(),
            Failure = FailureCodec.Read(ref from),
            WakeAt = from.OptionalTime(),
        };
        ReadInbox(ref from, state.Inbox);
        if (ReadHistory(ref from) is { Length: > 0 } history)
        {
            state.History.Add(history);
        }

        return state;
    }

    private static void WriteInbox(ByteWriter to, List<Message> inbox)
    {
        to.Number(inbox.Count);
        foreach (var message in inbox)
        {
            message.WriteTo(to);
        }
    }

    private static void ReadInbox(ref ByteReader from, List<Message> inbox)
    {
        for (var messages = from.Count(); messages > 0; messages--)
        {
            inbox.Add(Message.Read(ref from));
        }
    }

    private static void WriteHistory(ByteWriter to, List<byte[]> history)
    {
        var length = history.Sum(turn => turn.Length);
        to.Number(length);
        var plain = ArrayPool<byte>.Shared.Rent(length);
        var packed = ArrayPool<byte>.Shared.Rent(Math.Max(length, 1));
        var filled = 0;
        foreach (var turn in history)
        {
            turn.CopyTo(plain, filled);
            filled += turn.Length;
        }

        var pays = length >= SmallestWorthCompressing
            & BrotliEncoder.TryCompress(plain.AsSpan(0, length), packed.AsSpan(0, length), out var packedLength, quality: 1, window: 16);
        to.Flag(pays);
        to.Raw(pays ? packed.AsSpan(0, packedLength) : plain.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(plain);
        ArrayPool<byte>.Shared.Return(packed);
    }

    private static byte[] ReadHistory(ref ByteReader from)
    {
        var plain = new byte[from.Count()];
        var isPacked = from.Flag();
        var stored = from.Rest();
        if (!isPacked)
        {
            return stored.Length == plain.Length ? stored.ToArray() : throw new InvalidDataException("The history has a wrong length.");
        }

        return BrotliDecoder.TryDecompress(stored, plain, out var length) && length == plain.Length
            ? plain
            : throw new InvalidDataException("The history cannot be unpacked.");
    }
}
