using System.Diagnostics.Metrics;

namespace CrossRegion.Adapters.Cosmos;

/// <summary>
/// What an operation of the port costs: the request charges of all its responses together, as the service states them. Meter
/// <c>CrossRegion.Adapters.Cosmos</c>, histogram <c>crossregion.store.request_units</c>, tag <c>operation</c>.
/// </summary>
internal sealed class RequestUnits(string operation) : IDisposable
{
    public const string MeterName = "CrossRegion.Adapters.Cosmos";
    public const string InstrumentName = "crossregion.store.request_units";

    private static readonly Meter Meter = new(MeterName);

    private static readonly Histogram<double> Charges =
        Meter.CreateHistogram<double>(InstrumentName, "{request_unit}", "Request units of one operation of the document store.");

    private readonly Lock _lock = new();
    private double _sum;

    /// <summary>Adds what one response cost; responses may come at the same time.</summary>
    public void Add(double charge)
    {
        lock (_lock)
        {
            _sum += charge;
        }
    }

    /// <summary>The operation is over, well or not: its charge is recorded.</summary>
    public void Dispose() => Charges.Record(_sum, new KeyValuePair<string, object?>("operation", operation));
}
