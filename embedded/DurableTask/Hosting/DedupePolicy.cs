using Microsoft.DurableTask.Client;

namespace CrossRegion.Embedded.DurableTask.Hosting;

/// <summary>In which statuses an existing instance refuses a start of its id; in the others it is replaced.</summary>
internal sealed class DedupePolicy
{
    private static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    private readonly HashSet<OrchestrationRuntimeStatus> _refusing;

    private DedupePolicy(IEnumerable<OrchestrationRuntimeStatus> refusing) => _refusing = [.. refusing];

    /// <summary>The unfinished refuse, the finished are replaced.</summary>
    public static DedupePolicy Default { get; } = new(Unfinished);

    /// <exception cref="ArgumentException">
    /// A status is unknown, or an unfinished instance is to be replaced, thus terminated, though a terminated one refuses.
    /// </exception>
    public static DedupePolicy Of(IReadOnlyList<string>? statuses)
    {
        if (statuses is null)
        {
            return Default;
        }

        var policy = new DedupePolicy(statuses.Select(Parse));
        if (policy._refusing.Contains(OrchestrationRuntimeStatus.Terminated) && Unfinished.Any(policy.Replaces))
        {
            throw new ArgumentException(
                "Invalid dedupe statuses: cannot include 'Terminated' while also allowing reuse of running instances, because the running instance would be terminated and then refuse.");
        }

        return policy;
    }

    public bool Replaces(OrchestrationRuntimeStatus existing) => !_refusing.Contains(existing);

    private static OrchestrationRuntimeStatus Parse(string status) =>
        Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var parsed)
        && StartOrchestrationOptionsExtensions.ValidDedupeStatuses.Contains(parsed)
            ? parsed
            : throw new ArgumentException($"Invalid dedupe status: '{status}' is not a status an orchestration can be in.");
}
