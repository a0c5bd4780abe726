using CrossRegion.Embedded.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Worker;
using static Microsoft.DurableTask.Worker.DurableTaskWorkerOptions;

namespace CrossRegion.Embedded.DurableTask.Admission;

/// <summary>
/// Which work this worker does: versions (<see cref="VersioningOptions"/>), work item filters, and a filter of the application's
/// own. What is left waits, durably, until it gets another message or an engine with other rules opens the directory.
/// </summary>
internal sealed class WorkRules
{
    private readonly VersioningOptions? _versioning;
    private readonly Dictionary<string, IReadOnlyList<string>>? _orchestrations;
    private readonly Dictionary<string, IReadOnlyList<string>>? _activities;
#pragma warning disable CS0618 // Experimental in the official SDK, and part of it.
    private readonly IOrchestrationFilter? _filter;

    public WorkRules(DurableTaskWorkerOptions options, DurableTaskWorkerWorkItemFilters filters, IOrchestrationFilter? filter)
    {
        _versioning = options.Versioning is { MatchStrategy: not VersionMatchStrategy.None } versioning ? versioning : null;
        _orchestrations = ByName(filters.Orchestrations.Select(listed => (listed.Name, listed.Versions)));
        _activities = ByName(filters.Activities.Select(listed => (listed.Name, listed.Versions)));
        _filter = filter ?? options.OrchestrationFilter;
        RunsAll = _versioning is null && _orchestrations is null && _activities is null && _filter is null;
    }
#pragma warning restore CS0618

    /// <summary>Whether there is no rule, so that nobody need ask.</summary>
    public bool RunsAll { get; }

    public Verdict On(ExecutionStarted start)
    {
        if (!IsListed(_orchestrations, start.Name, start.Version))
        {
            return Verdict.Leave("The worker's filters do not list it.");
        }

        try
        {
            return PassesFilter(start) ? OnVersion(start.Version) : Verdict.Leave("The worker's orchestration filter refuses it.");
        }
        catch (Exception filterFailure)
        {
            // As in the official worker: the application's own filter fails what it was asked about.
            return Verdict.Fail(TaskFailureDetails.FromException(filterFailure));
        }
    }

    public Verdict On(TaskScheduled call) =>
        IsListed(_activities, call.Name, call.Version) ? OnVersion(call.Version) : Verdict.Leave("The worker's filters do not list it.");

    private static Dictionary<string, IReadOnlyList<string>>? ByName(IEnumerable<(string Name, IReadOnlyList<string> Versions)> listed)
    {
        var byName = listed.GroupBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(
            entries => entries.Key,
            entries => (IReadOnlyList<string>)(entries.Any(entry => entry.Versions.Count == 0) ? [] : [.. entries.SelectMany(entry => entry.Versions)]),
            StringComparer.OrdinalIgnoreCase);
        return byName.Count == 0 ? null : byName;
    }

    private static bool IsListed(Dictionary<string, IReadOnlyList<string>>? listed, string name, string version) =>
        listed is null
        || (listed.TryGetValue(name, out var versions) && (versions.Count == 0 || versions.Contains(version, StringComparer.OrdinalIgnoreCase)));

    private bool PassesFilter(ExecutionStarted start)
    {
        if (_filter is null)
        {
            return true;
        }

        var answer = _filter.IsOrchestrationValidAsync(new OrchestrationFilterParameters { Name = start.Name, Tags = start.Tags });

        // A turn has its thread for itself; a filter that thinks for long holds up this instance only.
        return answer.IsCompleted ? answer.Result : answer.AsTask().GetAwaiter().GetResult();
    }

    private Verdict OnVersion(string version) => VersionMatch.Failure(_versioning, version) switch
    {
        null => Verdict.Run,
        var failure when _versioning!.FailureStrategy == VersionFailureStrategy.Fail => Verdict.Fail(failure),
        var failure => Verdict.Leave(failure.ErrorMessage),
    };
}
