namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerOptions
{
    /// <summary>Which orchestrations match the worker's version.</summary>
    public enum VersionMatchStrategy
    {
        /// <summary>All.</summary>
        None = 0,

        /// <summary>Those of exactly the worker's version.</summary>
        Strict = 1,

        /// <summary>Those of the worker's version or an older one.</summary>
        CurrentOrOlder = 2,
    }
}
