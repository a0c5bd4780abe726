namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerWorkItemFilters
{
    /// <summary>Orchestrations of a name, in the given versions; none given: in any.</summary>
    public readonly struct OrchestrationFilter(string name, IReadOnlyList<string>? versions)
    {
        public OrchestrationFilter()
            : this(string.Empty, [])
        {
        }

        public string Name { get; init; } = name;

        public IReadOnlyList<string> Versions { get; init; } = versions ?? [];
    }
}
