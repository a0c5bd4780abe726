using Microsoft.DurableTask.Converters;

namespace Microsoft.DurableTask.Worker;

/// <summary>Options of a worker.</summary>
public partial class DurableTaskWorkerOptions
{
    private DataConverter _dataConverter = JsonDataConverter.Default;

    /// <summary>
    /// Default: the registered <see cref="DurableTask.DataConverter"/>, else <see cref="JsonDataConverter.Default"/>.
    /// A change must still read what running instances have stored.
    /// </summary>
    public DataConverter DataConverter
    {
        get => _dataConverter;
        set
        {
            DataConverterExplicitlySet = value is not null;
            _dataConverter = value ?? JsonDataConverter.Default;
        }
    }

    /// <summary>Reserved: this repository has no durable entities. Default: <c>false</c>.</summary>
    public bool EnableEntitySupport { get; set; }

    /// <summary>
    /// Longest single timer; longer ones run in steps of it. Default: 3 days; more than zero. A change breaks the replay
    /// of running instances that have a longer timer.
    /// </summary>
    public TimeSpan MaximumTimerInterval { get; set; } = TimeSpan.FromDays(3);

    public ConcurrencyOptions Concurrency { get; } = new();

    /// <summary>Which versions of orchestrations this worker runs; <c>null</c>: all.</summary>
    public VersioningOptions? Versioning { get; set; }

    public bool IsVersioningSet { get; internal set; }

    /// <summary>Asked at every turn whether this worker runs the orchestration; <c>null</c>: it runs all. A registered filter goes first.</summary>
    [Obsolete("Experimental")]
    public IOrchestrationFilter? OrchestrationFilter { get; set; }

    public LoggingOptions Logging { get; } = new();

    internal bool DataConverterExplicitlySet { get; private set; }

    internal void ApplyTo(DurableTaskWorkerOptions other)
    {
        other.DataConverter = DataConverter;
        other.MaximumTimerInterval = MaximumTimerInterval;
        other.EnableEntitySupport = EnableEntitySupport;
        other.Versioning = Versioning;
#pragma warning disable CS0618 // Experimental, and to be copied all the same.
        other.OrchestrationFilter = OrchestrationFilter;
#pragma warning restore CS0618
        other.Concurrency.MaximumConcurrentActivityWorkItems = Concurrency.MaximumConcurrentActivityWorkItems;
        other.Concurrency.MaximumConcurrentOrchestrationWorkItems = Concurrency.MaximumConcurrentOrchestrationWorkItems;
        other.Logging.UseLegacyCategories = Logging.UseLegacyCategories;
    }
}
