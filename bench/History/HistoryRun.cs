using CrossRegion.Bench.Measuring;
using CrossRegion.Bench.Permit;

namespace CrossRegion.Bench.History;

/// <summary>
/// Fills a store with ended instances, all really run, then measures in turn on it and on an empty one, so that what else
/// the machine does hits both alike.
/// </summary>
internal static class HistoryRun
{
    private const int InstancesOfOne = 6;
    private const int Concurrency = 64;
    private const int WarmUp = 200;

    public static async Task<HistoryFigures> RunAsync(int completed, int applications, int rounds, string? parent)
    {
        using var full = new DataFolder(parent);
        var toFill = Math.Max(1, completed / InstancesOfOne);
        var fill = await OnceAsync(full, "fill", toFill, warmUp: 0);
        await Console.Error.WriteLineAsync($"filled: {toFill * InstancesOfOne} instances, {fill.AppsPerS}/s");
        List<double> onEmpty = [];
        List<double> onFull = [];
        var errors = fill.Errors;
        for (var round = 0; round < rounds; round++)
        {
            using var empty = new DataFolder(parent);
            foreach (var (folder, speeds) in new[] { (empty, onEmpty), (full, onFull) })
            {
                var figures = await OnceAsync(folder, $"round{round}", applications, WarmUp);
                speeds.Add(figures.AppsPerS);
                errors += figures.Errors;
            }

            await Console.Error.WriteLineAsync($"round {round + 1}: empty {onEmpty[^1]}/s, full {onFull[^1]}/s");
        }

        return new HistoryFigures(
            (long)toFill * InstancesOfOne,
            Math.Round(full.Bytes / 1e6, 1),
            fill.AppsPerS,
            Median.Of(onEmpty),
            Median.Of(onFull),
            Math.Round(Median.Of(onFull) / Median.Of(onEmpty), 3),
            rounds,
            errors);
    }

    private static async Task<PermitFigures> OnceAsync(DataFolder folder, string prefix, int applications, int warmUp)
    {
        await using var host = await PermitHost.StartAsync(folder.Path);
        if (warmUp > 0)
        {
            await PermitLoad.RunAsync(host, folder, $"{prefix}-warm-up", Concurrency, warmUp);
        }

        return await PermitLoad.RunAsync(host, folder, prefix, Concurrency, applications);
    }
}
