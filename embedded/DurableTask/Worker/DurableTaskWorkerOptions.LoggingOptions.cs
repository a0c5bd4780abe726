namespace Microsoft.DurableTask.Worker;

public partial class DurableTaskWorkerOptions
{
    /// <summary>Options of the worker's logs.</summary>
    public class LoggingOptions
    {
        /// <summary>Official option, without effect here: this worker has never had other categories. Default: <c>true</c>.</summary>
        public bool UseLegacyCategories { get; set; } = true;
    }
}
