namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerWorkItemFilters
{
    /// <summary>Reserved: this repository has no durable entities.</summary>
    public readonly struct EntityFilter(string name)
    {
        public EntityFilter()
            : this(string.Empty)
        {
        }

        public string Name { get; init; } = name;
    }
}
