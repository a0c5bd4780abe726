using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Instances;

/// <summary>Questions about a status.</summary>
internal static class RuntimeStatuses
{
    /// <summary>Whether nothing more happens in it.</summary>
    public static bool IsEnded(this OrchestrationRuntimeStatus status) => status
        is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;
}
