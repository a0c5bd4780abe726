using System.Text.Json.Nodes;
using CrossRegion.Adapters.Cosmos;
using CrossRegion.Bench.Measuring;
using CrossRegion.Orchestrations.Ports;
using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Samples;

namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>Runs applications of each mode through three stamps and counts what one of them asks for.</summary>
internal static class WorkCount
{
    private const int WarmUp = 20;

    /// <summary>The work of each mode, by its name.</summary>
    /// <param name="folder">For keys and data.</param>
    /// <param name="applications">So many of each mode, after a few that warm up.</param>
    public static async Task<IReadOnlyDictionary<string, Work>> RunAsync(string folder, int applications)
    {
        await using var stamps = await CountedStamps.StartAsync(folder);
        var work = new Dictionary<string, Work>();
        foreach (var mode in Mode.All)
        {
            await FileAsync(stamps, mode, "warm-up", Math.Min(WarmUp, applications));
            work[mode.Name] = await CountAsync(stamps, mode, applications);
            await Console.Error.WriteLineAsync($"{mode.Name}: {work[mode.Name]}");
        }

        return work;
    }

    private static async Task<Work> CountAsync(CountedStamps stamps, Mode mode, int applications)
    {
        var tally = stamps.Tally;
        var before = await stamps.ActionsAsync();
        using var cost = new ProcessCost();
        await FileAsync(stamps, mode, "counted", applications);
        var cpu = cost.Cpu;
        var after = await stamps.ActionsAsync();
        var (list, units) = tally.Largest(Counted.UnitsOfList);
        var index = list[Counted.UnitsOfList.Length..];
        return new Work(
            Each(Counted.Messages),
            Of(after.Actions - before.Actions),
            Of(after.Activities - before.Activities),
            Each(Counted.Events),
            Of(tally[Counted.EventBytes] / 1_000),
            Each(Counted.HandOvers),
            Each(Counted.Reads),
            Each(Counted.Queries),
            Each(Counted.Commits),
            Each(Counted.Writes),
            Each(Counted.CaseUnits),
            Each(Counted.ListUnits),
            index,
            Of(units / ListShards.Count(index)),
            Each($"{Counted.EntriesOfList}{DocumentIndex.Cases}"),
            Of(tally[Counted.KeptBytes] / 1_000),
            Of(cpu.TotalMilliseconds));

        double Each(string what) => Of(tally[what]);

        double Of(double sum) => Math.Round(sum / applications, 2);
    }

    private static async Task FileAsync(CountedStamps stamps, Mode mode, string round, int applications)
    {
        var sample = SampleFolder.LoadFile(Path.Combine(SampleFolder.Default, $"{mode.Sample}.json"));
        stamps.Tally.Clear();
        await Task.WhenAll(Enumerable.Range(0, applications).Select(number => stamps.FileAsync(sample.Province!, Copy(sample, $"{round}-{number}"))));
        await stamps.DoneAsync(applications);
    }

    private static Filing Copy(Sample sample, string name)
    {
        var copy = (JsonObject)sample.Event.DeepClone();
        copy["id"] = $"{sample.Name}-{name}";
        copy["subject"] = $"{sample.Name}-{name}";
        return sample.ToFiling() with { Event = copy };
    }
}
