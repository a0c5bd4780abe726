namespace Microsoft.DurableTask.Worker;

/// <summary>
/// What a worker takes: of a kind that is listed only what is listed, of the others all. What it does not take is left for a
/// worker that does. Set through <see cref="DurableTaskWorkerBuilderExtensions.UseWorkItemFilters(IDurableTaskWorkerBuilder)"/>.
/// </summary>
public partial class DurableTaskWorkerWorkItemFilters
{
    public IReadOnlyList<OrchestrationFilter> Orchestrations { get; set; } = [];

    public IReadOnlyList<ActivityFilter> Activities { get; set; } = [];

    /// <summary>Reserved: this repository has no durable entities.</summary>
    public IReadOnlyList<EntityFilter> Entities { get; set; } = [];

    /// <summary>
    /// Everything that is registered: by name with its versions, or with any version if none is registered; with
    /// <see cref="DurableTaskWorkerOptions.VersionMatchStrategy.Strict"/> the worker's own version only.
    /// </summary>
    internal static DurableTaskWorkerWorkItemFilters FromDurableTaskRegistry(DurableTaskRegistry registry, DurableTaskWorkerOptions? workerOptions)
    {
        IReadOnlyList<string>? strict = workerOptions?.Versioning is { MatchStrategy: DurableTaskWorkerOptions.VersionMatchStrategy.Strict } versioning
            ? [versioning.Version ?? string.Empty]
            : null;
        return new DurableTaskWorkerWorkItemFilters
        {
            Orchestrations = [.. VersionsByName(registry.OrchestratorsByVersion.Keys).Select(o => new OrchestrationFilter(o.Name, strict ?? o.Versions))],
            Activities = [.. VersionsByName(registry.ActivitiesByVersion.Keys).Select(a => new ActivityFilter(a.Name, strict ?? a.Versions))],
        };
    }

    internal void CopyTo(DurableTaskWorkerWorkItemFilters other)
    {
        other.Orchestrations = Orchestrations;
        other.Activities = Activities;
        other.Entities = Entities;
    }

    private static IEnumerable<(string Name, IReadOnlyList<string> Versions)> VersionsByName(IEnumerable<TaskVersionKey> keys) =>
        from key in keys
        group key.Version.Version by key.Name into versions
        let ordered = versions.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase).ToList()
        select (versions.Key.Name, (IReadOnlyList<string>)(ordered is [""] ? [] : ordered));
}
