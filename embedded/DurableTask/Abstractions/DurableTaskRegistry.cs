namespace Microsoft.DurableTask;

/// <summary>The orchestrators and activities a worker runs, by name and version.</summary>
public sealed partial class DurableTaskRegistry
{
    private static readonly Task<object?> CompletedNullTask = Task.FromResult<object?>(null);

    internal Dictionary<TaskVersionKey, Func<IServiceProvider, ITaskActivity>> ActivitiesByVersion { get; } = [];

    internal Dictionary<TaskVersionKey, Func<IServiceProvider, ITaskOrchestrator>> OrchestratorsByVersion { get; } = [];

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskOrchestrator>>> GetOrchestrators() =>
        OrchestratorsByVersion.Select(entry => KeyValuePair.Create(entry.Key.Name, entry.Value));

    public IEnumerable<KeyValuePair<TaskName, Func<IServiceProvider, ITaskActivity>>> GetActivities() =>
        ActivitiesByVersion.Select(entry => KeyValuePair.Create(entry.Key.Name, entry.Value));

    private static void Add<T>(
        Dictionary<TaskVersionKey, Func<IServiceProvider, T>> registrations, TaskName name, TaskVersion version, Func<IServiceProvider, T> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        if (name == default)
        {
            throw new ArgumentException("A task needs a name.", nameof(name));
        }

        if (!registrations.TryAdd(new TaskVersionKey(name, version), factory))
        {
            var described = version == TaskVersion.Unversioned ? $"named '{name}'" : $"named '{name}' with version '{version.Version}'";
            throw new ArgumentException($"An {typeof(T).Name} {described} is already added.", nameof(name));
        }
    }
}
