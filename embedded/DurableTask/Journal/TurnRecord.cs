using CrossRegion.Embedded.DurableTask.Binary;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>What a turn did to its own instance.</summary>
internal sealed class TurnRecord
{
    public required string InstanceId { get; init; }

    /// <summary>Numbers of the durable messages that the turn consumed.</summary>
    public required IReadOnlyList<long> Consumed { get; init; }

    /// <summary>The turn's encoded events, to be appended to the history.</summary>
    public required byte[] History { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    public string? CustomStatus { get; init; }

    public string? Output { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>See <see cref="Instances.InstanceState.WakeAt"/>.</summary>
    public DateTime? WakeAt { get; init; }

    public void WriteTo(ByteWriter to)
    {
        to.Text(InstanceId);
        to.Number(Consumed.Count);
        foreach (var id in Consumed)
        {
            to.Number(id);
        }

        to.Bytes(History);
        to.Byte((byte)Status);
        to.Text(CustomStatus);
        to.Text(Output);
        FailureCodec.Write(to, Failure);
        to.Time(WakeAt);
    }

    public static TurnRecord Read(ref ByteReader from)
    {
        var instanceId = from.RequiredText();
        var consumed = new long[from.Count()];
        for (var i = 0; i < consumed.Length; i++)
        {
            consumed[i] = from.Number();
        }

        return new TurnRecord
        {
            InstanceId = instanceId,
            Consumed = consumed,
            History = from.Bytes().ToArray(),
            Status = (OrchestrationRuntimeStatus)from.Byte(),
            CustomStatus = from.Text(),
            Output = from.Text(),
            Failure = FailureCodec.Read(ref from),
            WakeAt = from.OptionalTime(),
        };
    }
}
