namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerOptions
{
    /// <summary>How much runs at once; every value at least 1.</summary>
    public class ConcurrencyOptions
    {
        /// <summary>Activities at once. Default: 100 for each processor.</summary>
        public int MaximumConcurrentActivityWorkItems { get; set; } = 100 * Environment.ProcessorCount;

        /// <summary>Official option, without effect here: a turn waits for nothing, so the processors are the limit. Default: 100 for each processor.</summary>
        public int MaximumConcurrentOrchestrationWorkItems { get; set; } = 100 * Environment.ProcessorCount;

        /// <summary>Reserved: this repository has no durable entities.</summary>
        public int MaximumConcurrentEntityWorkItems { get; set; } = 100 * Environment.ProcessorCount;
    }
}
