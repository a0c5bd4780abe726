using CrossRegion.Bench.Capacity.Counting;
using CrossRegion.Bench.Capacity.Limits;
using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Capacity;

/// <summary>Counts what an application asks for on real stamps, then simulates volumes of them.</summary>
internal static class CapacityRun
{
    public static async Task<CapacityFigures> RunAsync(string? parent, CapacityOptions options)
    {
        using var folder = new DataFolder(parent);
        var output = Console.Out;
        Console.SetOut(Console.Error); // A host says on standard output that it is ready.
        try
        {
            return Simulate(await WorkCount.RunAsync(folder.Path, options.Applications), options);
        }
        finally
        {
            Console.SetOut(output);
        }
    }

    public static CapacityFigures Simulate(IReadOnlyDictionary<string, Work> modes, CapacityOptions options)
    {
        var work = Work.Mean([.. modes.Values]);
        var limits = ServiceLimits.Of(options.HandOversPerSecond);
        var run = new VolumeRun(work, limits, options.HandOversPerSecond, options.OutageSeconds, options.Seed);
        var saturations = Saturation.Of(limits, work);
        return new CapacityFigures(
            options.Seed,
            modes,
            work,
            saturations,
            OverloadFigures.Of(saturations.First(limit => !limit.IsSetting), options.Seed),
            [.. Volume.All(options.Stamps, options.Peak, options.NationPerDay).Select(run.Run)]);
    }
}
