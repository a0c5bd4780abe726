using CrossRegion.Embedded.DurableTask.Replay;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>
/// An instance in memory: its mailbox, its live orchestrator, and what is durable of it. One turn runs at a time. The live
/// half may be ahead of the durable one by the entries that are on their way to the disk; they go there in order, so all
/// that follows from a lost entry is lost with it.
/// </summary>
internal sealed partial class Instance(string id, Action<Instance> schedule)
{
    private readonly Lock _gate = new();

    public string Id => id;

    /// <summary>The live orchestrator. Touched only by the turn.</summary>
    public Orchestration? Orchestration { get; private set; }

    public InstancePhase Phase { get; private set; }

    /// <summary>The execution the live half is in.</summary>
    public long Execution { get; private set; }

    /// <summary>The live status; ahead of the durable one.</summary>
    public OrchestrationRuntimeStatus Status { get; private set; }

    /// <summary>The live custom status (serialized); outlives a start over.</summary>
    public string? CustomStatus { get; private set; }

    /// <summary>Takes over what the store holds of the instance, before it is used.</summary>
    public void Restore(InstanceState state)
    {
        _state = state;
        Restore();
    }

    /// <summary>Brings the live half to where the durable one is, before it is used.</summary>
    public void Restore()
    {
        lock (_gate)
        {
            RestoreLive();
        }
    }

    /// <summary>Makes room for a new execution, if the instance is absent or in a status that may be replaced.</summary>
    /// <param name="existing">The status that stands in the way, if the answer is <c>false</c>.</param>
    public bool TryReserve(long execution, Func<OrchestrationRuntimeStatus, bool> mayReplace, out OrchestrationRuntimeStatus existing)
    {
        lock (_gate)
        {
            existing = Status;
            if (Phase != InstancePhase.Absent && !(Status.IsEnded() && mayReplace(Status)))
            {
                return false;
            }

            CustomStatus = null;
            Begin(execution, OrchestrationRuntimeStatus.Pending);
            return true;
        }
    }

    /// <summary>Holds the turns of a failed instance until the journal has rewound it (<see cref="Rewound"/>).</summary>
    public bool TryRewind(long execution)
    {
        lock (_gate)
        {
            if (Phase != InstancePhase.Ended || Status != OrchestrationRuntimeStatus.Failed)
            {
                return false;
            }

            Begin(execution, OrchestrationRuntimeStatus.Running);
            Phase = InstancePhase.Rewinding;
            return true;
        }
    }

    /// <summary>The durable half has been rewound: the live one follows.</summary>
    public void Rewound()
    {
        lock (_gate)
        {
            if (Phase != InstancePhase.Rewinding)
            {
                return;
            }

            // What has come since the rewind was asked for is behind what the state holds.
            var since = _inbox;
            RestoreLive();
            _inbox.AddRange(since);
            if (_inbox.Count > 0)
            {
                Schedule();
            }
        }
    }

    /// <summary>Takes a finished instance out of use, to be removed.</summary>
    public bool TryRemove()
    {
        lock (_gate)
        {
            var removes = Phase == InstancePhase.Ended;
            Phase = removes ? InstancePhase.Absent : Phase;
            return removes;
        }
    }

    /// <summary>The orchestrator is alive (again).</summary>
    public void Load(Orchestration orchestration)
    {
        lock (_gate)
        {
            Orchestration = orchestration;
            Phase = InstancePhase.Loaded;
        }
    }

    /// <summary>Gives up the live orchestrator after a turn that has come to nothing; it is replayed when the next one runs.</summary>
    /// <param name="phase">The phase before that turn.</param>
    public void Unload(InstancePhase phase)
    {
        lock (_gate)
        {
            Orchestration = null;
            Phase = phase == InstancePhase.Loaded ? InstancePhase.Unloaded : phase;
        }
    }

    /// <summary>A turn has left the instance so.</summary>
    /// <param name="isIdle">Whether nothing but a message or a timer can move it: it may be forgotten and loaded again.</param>
    public void Settle(OrchestrationRuntimeStatus status, string? customStatus, bool isIdle)
    {
        lock (_gate)
        {
            Status = status;
            CustomStatus = customStatus;
            _isIdle = isIdle;
            if (status.IsEnded())
            {
                Phase = InstancePhase.Ended;
                Orchestration = null;
            }
        }
    }

    /// <summary>The next execution is to start, after the present one has continued as new.</summary>
    public void StartOver(long execution)
    {
        lock (_gate)
        {
            Begin(execution, OrchestrationRuntimeStatus.Running);
        }
    }

    private void Begin(long execution, OrchestrationRuntimeStatus status)
    {
        Execution = execution;
        Status = status;
        Phase = InstancePhase.AwaitingStart;
        Orchestration = null;
        _isIdle = false;
    }

    private void RestoreLive()
    {
        _inbox = _state is null or { IsEnded: true } ? [] : [.. _state.Inbox];
        Execution = _state?.Execution ?? 0;
        Status = _state?.Status ?? default;
        CustomStatus = _state?.CustomStatus;
        Phase = _state switch
        {
            null => InstancePhase.Absent,
            { IsEnded: true } => InstancePhase.Ended,
            { History.Count: 0, Damage: null } => InstancePhase.AwaitingStart,
            _ => InstancePhase.Unloaded,
        };
        _isIdle = Phase == InstancePhase.Unloaded;
    }
}
