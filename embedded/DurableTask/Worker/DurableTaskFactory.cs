using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask.Worker;

/// <summary>
/// Looks registrations up: the exact version, else the unversioned one, but only of a name that has no versioned
/// registration at all (an unmatched version must not silently run other code).
/// </summary>
internal sealed class DurableTaskFactory(DurableTaskRegistry registry) : IDurableTaskFactory, IVersionedTaskFactory
{
    private readonly HashSet<TaskName> _versionedActivities = VersionedNames(registry.ActivitiesByVersion.Keys);
    private readonly HashSet<TaskName> _versionedOrchestrators = VersionedNames(registry.OrchestratorsByVersion.Keys);

    public bool TryCreateActivity(TaskName name, IServiceProvider serviceProvider, [NotNullWhen(true)] out ITaskActivity? activity) =>
        TryCreateActivity(name, TaskVersion.Unversioned, serviceProvider, out activity);

    public bool TryCreateActivity(
        TaskName name, TaskVersion version, IServiceProvider serviceProvider, [NotNullWhen(true)] out ITaskActivity? activity)
    {
        activity = Find(registry.ActivitiesByVersion, _versionedActivities, name, version)?.Invoke(serviceProvider);
        return activity is not null;
    }

    public bool TryCreateOrchestrator(
        TaskName name, IServiceProvider serviceProvider, [NotNullWhen(true)] out ITaskOrchestrator? orchestrator) =>
        TryCreateOrchestrator(name, TaskVersion.Unversioned, serviceProvider, out orchestrator);

    public bool TryCreateOrchestrator(
        TaskName name, TaskVersion version, IServiceProvider serviceProvider, [NotNullWhen(true)] out ITaskOrchestrator? orchestrator)
    {
        orchestrator = Find(registry.OrchestratorsByVersion, _versionedOrchestrators, name, version)?.Invoke(serviceProvider);
        return orchestrator is not null;
    }

    private static HashSet<TaskName> VersionedNames(IEnumerable<TaskVersionKey> keys) =>
        [.. keys.Where(key => key.Version != TaskVersion.Unversioned).Select(key => key.Name)];

    private static Func<IServiceProvider, T>? Find<T>(
        Dictionary<TaskVersionKey, Func<IServiceProvider, T>> registrations, HashSet<TaskName> versioned, TaskName name, TaskVersion version)
    {
        if (registrations.TryGetValue(new TaskVersionKey(name, version), out var exact))
        {
            return exact;
        }

        return versioned.Contains(name) ? null : registrations.GetValueOrDefault(new TaskVersionKey(name, TaskVersion.Unversioned));
    }
}
