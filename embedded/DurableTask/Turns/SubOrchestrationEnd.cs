using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Turns;

/// <summary>What a parent hears of the end of its sub-orchestration.</summary>
internal static class SubOrchestrationEnd
{
    public static AnswerEvent Answer(string instanceId, int taskId, ExecutionCompleted end) => end.Status switch
    {
        OrchestrationRuntimeStatus.Completed => new SubOrchestrationCompleted(taskId, end.Output),
        _ => new SubOrchestrationFailed(taskId, end.Failure ?? Failure("OrchestrationTerminated", $"Sub-orchestration '{instanceId}' was terminated: {end.Output}")),
    };

    public static SubOrchestrationFailed InUse(SubOrchestrationCreated call, OrchestrationRuntimeStatus status) => new(
        call.TaskId,
        Failure(
            "DurableTask.Core.Exceptions.OrchestrationAlreadyExistsException",
            $"An orchestration with the ID '{call.InstanceId}' exists already and is {status}."));

    private static TaskFailureDetails Failure(string type, string message) => new(type, message, null, null, null);
}
