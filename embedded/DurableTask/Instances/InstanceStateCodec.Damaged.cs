using CrossRegion.Embedded.DurableTask.Binary;
using CrossRegion.Embedded.DurableTask.History;
using CrossRegion.Embedded.DurableTask.WorkItems;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>An instance that cannot be read: a stand-in with what is known of it, and its data behind that.</summary>
internal static partial class InstanceStateCodec
{
    /// <summary>Apart from the formats of readable states, which are counted from 1.</summary>
    private const byte DamagedFormat = 255;

    /// <param name="execution">A number that no execution has.</param>
    public static InstanceState StandIn(
        long execution, string name, OrchestrationRuntimeStatus status, DateTime createdAt, DateTime updatedAt, DamagedInstance damage) =>
        new(execution, new ExecutionStarted(name, string.Empty, Input: null, Parent: null, Tags: null, StartAt: null), createdAt)
        {
            Status = status,
            UpdatedAt = updatedAt,
            Failure = SetAside.Unreadable(damage.Reason),
            WakeAt = status.IsEnded() ? null : DateTime.MinValue,
            Damage = damage,
        };

    private static void WriteDamaged(ByteWriter to, InstanceState state, DamagedInstance damage)
    {
        to.Byte(DamagedFormat);
        to.Number(state.Execution);
        to.Text(state.Start.Name);
        to.Byte((byte)state.Status);
        to.Time(state.CreatedAt);
        to.Time(state.UpdatedAt);
        FailureCodec.Write(to, state.Failure);
        WriteInbox(to, state.Inbox);
        to.Text(damage.Reason);
        to.Flag(damage.MissesTurns);
        to.Raw(damage.Blob);
    }

    private static InstanceState ReadDamaged(ref ByteReader from)
    {
        var execution = from.Number();
        var name = from.RequiredText();
        var status = (OrchestrationRuntimeStatus)from.Byte();
        var (createdAt, updatedAt) = (from.Time(), from.Time());
        var failure = FailureCodec.Read(ref from);
        List<Message> inbox = [];
        ReadInbox(ref from, inbox);
        var state = StandIn(execution, name, status, createdAt, updatedAt, new DamagedInstance(MissesTurns: false, Reason: from.RequiredText(), Blob: []));
        state.Damage = state.Damage! with { MissesTurns = from.Flag(), Blob = from.Rest().ToArray() };
        state.Failure = failure;
        state.Inbox.AddRange(inbox);
        return state;
    }
}
