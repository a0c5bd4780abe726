namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerOptions
{
    /// <summary>Which versions of orchestrations the worker runs, and what happens to the others.</summary>
    public class VersioningOptions
    {
        /// <summary>The worker's own version. Default: empty.</summary>
        public string Version { get; set; } = string.Empty;

        /// <summary>The version of sub-orchestrations called without one. Default: empty.</summary>
        public string DefaultVersion { get; set; } = string.Empty;

        public VersionMatchStrategy MatchStrategy { get; set; } = VersionMatchStrategy.None;

        public VersionFailureStrategy FailureStrategy { get; set; } = VersionFailureStrategy.Reject;
    }
}
