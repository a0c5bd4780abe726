namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerOptions
{
    /// <summary>What happens to an orchestration that does not match.</summary>
    public enum VersionFailureStrategy
    {
        /// <summary>It is left alone until a worker comes that matches.</summary>
        Reject = 0,

        /// <summary>It fails.</summary>
        Fail = 1,
    }
}
