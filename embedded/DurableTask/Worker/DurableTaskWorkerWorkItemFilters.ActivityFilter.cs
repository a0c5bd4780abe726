namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerWorkItemFilters
{
    /// <summary>Activities of a name, in the given versions; none given: in any.</summary>
    public readonly struct ActivityFilter(string name, IReadOnlyList<string>? versions)
    {
        public ActivityFilter()
            : this(string.Empty, [])
        {
        }

        public string Name { get; init; } = name;

        public IReadOnlyList<string> Versions { get; init; } = versions ?? [];
    }
}
