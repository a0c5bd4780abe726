using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>
/// What the store knows of an instance: the sum of all journal entries that are durable. Changed only by applying an entry
/// (while running and while recovering alike), so it is never ahead of the disk. Guarded by its own lock.
/// </summary>
internal sealed class InstanceState(long execution, ExecutionStarted start, DateTime createdAt)
{
    /// <summary>Number of the message that started the execution; names the execution.</summary>
    public long Execution { get; set; } = execution;

    public ExecutionStarted Start { get; set; } = start;

    public DateTime CreatedAt { get; set; } = createdAt;

    public DateTime UpdatedAt { get; set; } = createdAt;

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public string? Output { get; set; }

    public string? CustomStatus { get; set; }

    public TaskFailureDetails? Failure { get; set; }

    /// <summary>The encoded turns, in order.</summary>
    public List<byte[]> History { get; private init; } = [];

    /// <summary>Durable messages that no turn has consumed yet, in the order of their coming.</summary>
    public List<Message> Inbox { get; private init; } = [];

    /// <summary>When a stored instance must be loaded though nobody sends to it: <c>null</c> never, the minimum value at once.</summary>
    public DateTime? WakeAt { get; set; }

    /// <summary>Set if the instance's data cannot be read; then it has no history and no more than a name, a status and times.</summary>
    public DamagedInstance? Damage { get; set; }

    public bool IsEnded => Status.IsEnded();

    /// <summary>The same, with messages that wait to be dealt with taken into account.</summary>
    public DateTime? NextWake => this switch
    {
        { IsEnded: true } => null,
        { Inbox.Count: > 0 } => DateTime.MinValue,
        _ => WakeAt,
    };

    /// <summary>A turn has consumed a message: most often the first.</summary>
    public void Consume(long messageId)
    {
        for (var i = 0; i < Inbox.Count; i++)
        {
            if (Inbox[i].Id == messageId)
            {
                Inbox.RemoveAt(i);
                return;
            }
        }
    }

    /// <summary>The state for a checkpoint, which later entries do not change: nothing changes one that has ended.</summary>
    public InstanceState Snapshot() => IsEnded ? this : Copy();

    public InstanceState Copy() => new(Execution, Start, CreatedAt)
    {
        UpdatedAt = UpdatedAt,
        Status = Status,
        Output = Output,
        CustomStatus = CustomStatus,
        Failure = Failure,
        History = [.. History],
        Inbox = [.. Inbox],
        WakeAt = WakeAt,
        Damage = Damage,
    };
}
