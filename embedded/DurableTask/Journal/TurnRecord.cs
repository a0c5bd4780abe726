using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.Instances;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Journal;

/// <summary>What a turn did to its own instance.</summary>
internal sealed class TurnRecord
{
    public required Instance Instance { get; init; }

    /// <summary>Numbers of the durable messages that the turn consumed.</summary>
    public required IReadOnlyList<long> Consumed { get; init; }

    /// <summary>The turn's encoded events, to be appended to the history.</summary>
    public required byte[] History { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    public string? CustomStatus { get; init; }

    public string? Output { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    /// <summary>See <see cref="InstanceState.WakeAt"/>.</summary>
    public DateTime? WakeAt { get; init; }

    public void WriteTo(ByteWriter to)
    {
        to.Text(Instance.Id);
        to.Number(Consumed.Count);
        for (var i = 0; i < Consumed.Count; i++)
        {
            to.Number(Consumed[i]);
        }

        to.Bytes(History);
        to.Byte((byte)Status);
        to.Text(CustomStatus);
        to.Text(Output);
        FailureCodec.Write(to, Failure);
        to.Time(WakeAt);
    }

    public static TurnRecord Read(ref ByteReader from, Func<string, Instance> find)
    {
        var instance = find(from.RequiredText());
        var consumed = new long[from.Count()];
        for (var i = 0; i < consumed.Length; i++)
        {
            consumed[i] = from.Number();
        }

        return new TurnRecord
        {
            Instance = instance,
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
