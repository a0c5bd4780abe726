using Microsoft.DurableTask;

namespace CrossRegion.Embedded.DurableTask.Replay;

/// <summary>Failures of calls to what is not registered. Trying again would not help, so no policy retries them.</summary>
internal static class MissingTasks
{
    private const string Activity = "ActivityTaskNotFound";
    private const string Orchestrator = "OrchestratorTaskNotFound";

    public static TaskFailureDetails OfActivity(string name, string version) => Failure(Activity, "activity", name, version);

    public static TaskFailureDetails OfOrchestrator(string name, string version) => Failure(Orchestrator, "orchestrator", name, version);

    public static bool IsMissing(TaskFailureDetails failure) => failure.ErrorType is Activity or Orchestrator;

    private static TaskFailureDetails Failure(string type, string kind, string name, string version) => new(
        type,
        $"No {kind} task named '{name}'{(version.Length == 0 ? string.Empty : $" with version '{version}'")} was found.",
        StackTrace: null,
        InnerFailure: null,
        Properties: null);
}
