using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>What becomes of a sub-orchestration whose parent is rewound and still waits for it.</summary>
internal static class RewoundChildren
{
    /// <summary>
    /// One that has failed is rewound too, in the same journal entry, and reports to its parent's new execution. One that has
    /// completed meanwhile answers; one that runs will. One that was terminated, or is gone, is started again.
    /// </summary>
    public static void AddRewoundChild(this Outgoing outgoing, Instance parent, SubOrchestrationCreated call, string? reason)
    {
        var link = Outgoing.LinkOf(parent, call);
        var child = outgoing.Look(call.InstanceId, state => state is null || !IsOf(state, link, call) ? null : state);
        switch (child)
        {
            case null or { Status: OrchestrationRuntimeStatus.Terminated }:
                outgoing.AddChild(parent, call);
                break;
            case { Status: OrchestrationRuntimeStatus.Completed }:
                outgoing.Add(parent.Id, parent.Execution, new SubOrchestrationCompleted(call.TaskId, child.Output));
                break;
            case { Status: OrchestrationRuntimeStatus.Failed } when InstanceRewind.Obstacle(child) is not null:
                outgoing.Add(parent.Id, parent.Execution, new SubOrchestrationFailed(call.TaskId, child.Failure!));
                break;
            case { Status: OrchestrationRuntimeStatus.Failed }:
                outgoing.AddRewind(call.InstanceId, reason, link);
                break;
            case { Damage: null } when child.Start.Parent!.TaskId != call.TaskId:
                // Another attempt runs, whose answer would not be heard: the call fails, and can be rewound once it has ended.
                outgoing.AddChild(parent, call);
                break;
        }
    }

    /// <summary>Whether it was made by this call, or by an attempt at it that was cut away. One that cannot be read is not touched.</summary>
    private static bool IsOf(InstanceState state, ParentLink link, SubOrchestrationCreated call) =>
        state.Damage is not null
        || (state.Start.Parent?.InstanceId == link.InstanceId && state.Start.Name == call.Name && state.Start.Input == call.Input);
}
