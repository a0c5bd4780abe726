using CrossRegion.Bench.Measuring;

namespace CrossRegion.Bench.Sweep;

/// <summary>
/// Fills a small store and a large one, then sweeps them in turn on days on which the same number of cases is due, so that what else the
/// machine does hits both alike.
/// </summary>
internal static class SweepRun
{
    /// <summary>A group that was swept has its next rung three days later, so there are no more.</summary>
    private const int Rounds = 3;

    public static async Task<SweepFigures> RunAsync(int open, int few, int due, string? parent)
    {
        using var small = await SweptStore.OpenAsync(parent);
        using var large = await SweptStore.OpenAsync(parent);
        await small.FillAsync(few, due, Rounds);
        var filled = await large.FillAsync(open, due, Rounds);
        await Console.Error.WriteLineAsync($"filled: {open} open cases, {filled}/s, {large.MB} MB");
        foreach (var store in new[] { small, large })
        {
            await store.SweepAsync(-1); // nothing is due: what is compiled is compiled
        }

        List<double> onSmall = [];
        List<double> onLarge = [];
        var errors = 0;
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var (store, times) in round % 2 == 0 ? new[] { (small, onSmall), (large, onLarge) } : [(large, onLarge), (small, onSmall)])
            {
                var (found, milliseconds) = await store.SweepAsync(round);
                errors += Math.Abs(found - due) + (await store.SweepAsync(round)).Due;
                times.Add(milliseconds);
            }

            await Console.Error.WriteLineAsync($"round {round + 1}: {few} open {onSmall[^1]:F1} ms, {open} open {onLarge[^1]:F1} ms");
        }

        return new SweepFigures(
            open,
            few,
            due,
            large.MB,
            filled,
            Math.Round(Median.Of(onSmall), 1),
            Math.Round(Median.Of(onLarge), 1),
            Math.Round(Median.Of(onLarge) / Median.Of(onSmall), 3),
            Rounds,
            errors);
    }
}
