using CrossRegion.Adapters.Cosmos;
using CrossRegion.Bench.Capacity.Counting;
using CrossRegion.Bench.Capacity.Limits;
using CrossRegion.Bench.Capacity.Simulation;
using CrossRegion.Orchestrations.Ports;

namespace CrossRegion.Bench.Capacity;

/// <summary>Simulates a day of a volume, each stamp by itself, and reckons what it needs.</summary>
/// <param name="work">What an application asks for.</param>
/// <param name="limits">What there is.</param>
/// <param name="handOversPerSecond">What one instance takes, measured.</param>
/// <param name="outageSeconds">How long nobody works, from the beginning of the peak hour.</param>
/// <param name="seed">Makes two runs alike.</param>
internal sealed class VolumeRun(Work work, IReadOnlyList<ServiceLimit> limits, double handOversPerSecond, int outageSeconds, int seed)
{
    /// <summary>What is provided is used so far at the peak.</summary>
    private const double Utilisation = 0.7;

    private const double UnitsPerPartition = 10_000;
    private const double GBPerPartition = 50;
    private const double LogicalPartitionGB = 20;

    /// <summary>As the setting has it by default.</summary>
    private const double CatchUpShare = 0.5;

    private const int WorkingDays = 250;

    private static readonly DailyCurve Curve = DailyCurve.WorkingDay;

    private readonly Dictionary<double, (QueueFigures Work, QueueFigures WorkOutage, QueueFigures HandOverOutage)> _simulated = [];
    private readonly Outage _outage = new(Curve.PeakBegins, Curve.PeakBegins + outageSeconds);

    public VolumeFigures Run(Volume volume)
    {
        var peak = volume.PeakPerStamp;
        var perDay = volume.PerDay / volume.Stamps;
        var instances = Instances(peak);
        var containers = (double[])[peak * work.CaseUnits, peak * work.ListUnits];
        var provided = containers.Select(Provided).ToList();
        var keptGB = perDay * WorkingDays * work.KeptKB / 1e6;
        var queues = Queues(volume, instances);
        var first = limits.MaxBy(limit => limit.Share(work, peak))!;
        var listBytesPerDay = perDay * work.ListEntries / ListShards.Count(nameof(DocumentIndex.Cases)) * RequestCharges.FrameBytes;
        return new VolumeFigures(
            volume.Name,
            volume.Stamps,
            Math.Round(peak, 2),
            Math.Round(volume.PerDay),
            instances,
            Curve.Hours.Sum(share => Instances(peak * share)),
            Math.Round(containers.Sum()),
            provided.Sum(),
            provided.Sum(units => (int)Math.Ceiling(units / UnitsPerPartition)),
            Math.Round(keptGB, 1),
            (int)Math.Ceiling(keptGB / GBPerPartition),
            (int)(LogicalPartitionGB * 1e9 / listBytesPerDay),
            Math.Round(peak * work.HandOvers, 2),
            first.Name,
            Math.Round(first.Share(work, peak), 3),
            [.. limits.Where(limit => limit.Share(work, peak) > 1).OrderByDescending(limit => limit.Share(work, peak)).Select(limit => limit.Name)],
            queues.Work,
            queues.WorkOutage,
            queues.HandOverOutage,
            Math.Round(volume.Stamps * provided.Sum(Costs.Manual)),
            Math.Round(volume.Stamps * provided.Zip(containers).Sum(units => Costs.Autoscale(units.First, units.Second, Curve))),
            Math.Round(volume.Stamps * Costs.Storage(keptGB)));
    }

    /// <summary>One core each, and at least the one that is always ready.</summary>
    private int Instances(double perSecond) => Math.Max(1, (int)Math.Ceiling(perSecond * work.CpuMs / 1_000 / Utilisation));

    /// <summary>Of the instances, so many as take the hand-overs of the peak.</summary>
    private int ExchangeInstances(double perSecond) => Math.Max(1, (int)Math.Ceiling(perSecond / handOversPerSecond / Utilisation));

    /// <summary>In steps of 1,000.</summary>
    private static double Provided(double unitsPerSecond) => Math.Max(1, Math.Ceiling(unitsPerSecond / Utilisation / 1_000)) * 1_000;

    /// <summary>Stamps share nothing, so a load that a stamp has had is not simulated again.</summary>
    private (QueueFigures Work, QueueFigures WorkOutage, QueueFigures HandOverOutage) Queues(Volume volume, int instances)
    {
        if (!_simulated.TryGetValue(volume.PeakPerStamp, out var queues))
        {
            // An application's CPU is spread over its messages; each instance works at one at a time.
            var (messages, service) = (volume.PeakPerStamp * work.Messages, work.CpuMs / work.Messages / 1_000);
            var handOvers = volume.PeakPerStamp * work.HandOvers;
            queues = (
                Deepest(volume.Stamps, messages, instances, service, Outage.None),
                Deepest(volume.Stamps, messages, instances, service, _outage),
                Deepest(volume.Stamps, handOvers, ExchangeInstances(handOvers), 1 / (handOversPerSecond * CatchUpShare), _outage));
            _simulated.Add(volume.PeakPerStamp, queues);
        }

        return queues;
    }

    /// <summary>Of so many stamps, the one that has most waiting.</summary>
    private QueueFigures Deepest(int stamps, double perSecond, int workers, double serviceSeconds, Outage outage)
    {
        var days = new QueueFigures[stamps];
        Parallel.For(0, stamps, stamp => days[stamp] = QueueDay.Run(
            new Random(unchecked((seed * 1_000) + stamp)), Curve, perSecond, workers, serviceSeconds, outage));
        return days.MaxBy(day => day.MaxDepth)!;
    }
}
