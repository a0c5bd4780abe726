using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>
/// An instance's state as one blob: format, CRC-32C of the rest, then, compressed as a whole where that pays (a history
/// repeats its own words): fields, pending messages, history.
/// </summary>
internal static partial class InstanceStateCodec
{
    /// <summary>Only the history is compressed. Written before version 2 of the store.</summary>
    private const byte HistoryPacked = 1;

    private const byte Plain = 2;
    private const byte Packed = 3;
    private const int SmallestWorthCompressing = 256;

    /// <param name="to">Where to append the blob.</param>
    /// <param name="plain">A buffer to work in; what it holds is lost.</param>
    public static void Write(ByteWriter to, ByteWriter plain, InstanceState state)
    {
        if (state.Damage is { } damage)
        {
            WriteDamaged(to, state, damage);
            return;
        }

        plain.Clear();
        WriteFields(plain, state);
        var packs = plain.Length >= SmallestWorthCompressing;
        to.Byte(packs ? Packed : Plain);
        to.Fixed32(Checksum.Of(plain.Written));
        if (packs)
        {
            to.Number(plain.Length);
            Compression.Pack(to, plain.Written);
        }
        else
        {
            to.Raw(plain.Written);
        }
    }

    /// <exception cref="InvalidDataException">The blob is damaged or of an unknown format.</exception>
    public static InstanceState Read(ReadOnlySpan<byte> blob)
    {
        var from = new ByteReader(blob);
        switch (from.Byte())
        {
            case DamagedFormat:
                return ReadDamaged(ref from);
            case HistoryPacked:
                return ReadFields(ref from, isHistoryPacked: true);
            case Plain:
                return ReadChecked(from.Fixed32(), from.Rest());
            case Packed:
                return ReadChecked(from.Fixed32(), Compression.Unpack(from.Count(), from.Rest()));
            case var format:
                throw new InvalidDataException($"The instance is in format {format}; this version knows {HistoryPacked} to {Packed}.");
        }
    }

    private static InstanceState ReadChecked(uint checksum, ReadOnlySpan<byte> plain)
    {
        var from = new ByteReader(plain);
        return Checksum.Of(plain) == checksum ? ReadFields(ref from, isHistoryPacked: false) : throw new InvalidDataException("Its checksum is wrong.");
    }

    private static void WriteFields(ByteWriter to, InstanceState state)
    {
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
        foreach (var turn in state.History)
        {
            to.Raw(turn);
        }
    }

    private static InstanceState ReadFields(ref ByteReader from, bool isHistoryPacked)
    {
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
        if ((isHistoryPacked ? UnpackHistory(ref from) : from.Rest().ToArray()) is { Length: > 0 } history)
        {
            state.History.Add(history);
        }

        return state;
    }

    private static byte[] UnpackHistory(ref ByteReader from)
    {
        var count = from.Count();
        return from.Flag()
            ? Compression.Unpack(count, from.Rest())
            : from.Rest() is var stored && stored.Length == count ? stored.ToArray() : throw new InvalidDataException("The history has a wrong length.");
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
}
