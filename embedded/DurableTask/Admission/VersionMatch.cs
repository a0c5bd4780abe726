using Microsoft.DurableTask;
using Microsoft.DurableTask.Abstractions;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace CrossRegion.Embedded.DurableTask.Admission;

/// <summary>Whether a version is one that the worker runs. The official worker's wording.</summary>
internal static class VersionMatch
{
    private const string Mismatch = "VersionMismatch";
    private const string UnknownStrategy = "VersionError";

    /// <summary>Why <paramref name="version"/> does not match; <c>null</c> if it does.</summary>
    public static TaskFailureDetails? Failure(VersioningOptions? versioning, string version)
    {
        if (versioning is null or { MatchStrategy: VersionMatchStrategy.None })
        {
            return null;
        }

        var order = TaskOrchestrationVersioningUtils.CompareVersions(version, versioning.Version);
        return versioning.MatchStrategy switch
        {
            VersionMatchStrategy.Strict when order == 0 => null,
            VersionMatchStrategy.Strict => Describe(Mismatch, $"The orchestration version '{version}' does not match the worker version '{versioning.Version}'."),
            VersionMatchStrategy.CurrentOrOlder when order <= 0 => null,
            VersionMatchStrategy.CurrentOrOlder => Describe(Mismatch, $"The orchestration version '{version}' is greater than the worker version '{versioning.Version}'."),
            var unknown => Describe(UnknownStrategy, $"The version match strategy '{unknown}' is unknown."),
        };
    }

    public static bool IsMismatch(TaskFailureDetails failure) => failure.ErrorType is Mismatch or UnknownStrategy;

    private static TaskFailureDetails Describe(string type, string message) => new(type, message, null, null, null);
}
