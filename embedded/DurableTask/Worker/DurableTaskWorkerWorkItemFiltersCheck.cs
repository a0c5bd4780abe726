using Microsoft.Extensions.Options;

namespace Microsoft.DurableTask.Worker;

/// <summary>Refuses filters with names that the worker does not have: it would wait for them in vain.</summary>
internal sealed class DurableTaskWorkerWorkItemFiltersCheck(IOptionsMonitor<DurableTaskRegistry> registries)
    : IValidateOptions<DurableTaskWorkerWorkItemFilters>
{
    public ValidateOptionsResult Validate(string? name, DurableTaskWorkerWorkItemFilters options)
    {
        if (options is { Orchestrations.Count: 0, Activities.Count: 0, Entities.Count: 0 })
        {
            return ValidateOptionsResult.Skip;
        }

        var registry = registries.Get(name);
        string[] faults =
        [
            .. Unknown("Orchestrations", options.Orchestrations.Select(filter => filter.Name), registry.OrchestratorsByVersion.Keys),
            .. Unknown("Activities", options.Activities.Select(filter => filter.Name), registry.ActivitiesByVersion.Keys),
            .. Unknown("Entities", options.Entities.Select(filter => filter.Name), []),
        ];
        return faults.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(
                $"Cannot configure work item filters for worker '{(string.IsNullOrEmpty(name) ? "<default>" : name)}': not registered are {string.Join("; ", faults)}. Register them (AddTasks) or leave them out.");
    }

    private static IEnumerable<string> Unknown(string kind, IEnumerable<string> names, IEnumerable<TaskVersionKey> registered)
    {
        var known = registered.Select(key => key.Name.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var unknown = names.Select(name => string.IsNullOrEmpty(name) ? "<empty>" : name).Where(name => !known.Contains(name)).ToList();
        return unknown.Count == 0 ? [] : [$"{kind}: [{string.Join(", ", unknown)}]"];
    }
}
