namespace CrossRegion.Bench.Capacity.Simulation;

/// <summary>
/// One day of one queue, event by event: arrivals by chance (Poisson) along a daily curve, taken in their order by a number of workers who
/// each take equally long (M/D/c).
/// </summary>
internal static class QueueDay
{
    /// <param name="random">Decides when they come.</param>
    /// <param name="curve">Along which.</param>
    /// <param name="peakPerSecond">So many in a second of the peak hour.</param>
    /// <param name="workers">So many are worked at together.</param>
    /// <param name="serviceSeconds">Each takes so long.</param>
    /// <param name="outage">Nothing is begun meanwhile.</param>
    public static QueueFigures Run(Random random, DailyCurve curve, double peakPerSecond, int workers, double serviceSeconds, Outage outage)
    {
        // All take equally long, so they end in the order in which they began: who comes next gets the worker of the one so many before.
        var free = new double[workers];
        var (arrived, done, atWork) = (0L, 0L, 0L);
        var came = new int[DailyCurve.Seconds];
        var begun = new int[DailyCurve.Seconds];
        for (var second = 0; second < DailyCurve.Seconds; second++)
        {
            var rate = peakPerSecond * curve.At(second);
            for (var at = Gap(random, rate); at < 1; at += Gap(random, rate))
            {
                var begins = outage.Next(Math.Max(second + at, free[arrived % workers]));
                var ends = begins + serviceSeconds;
                free[arrived % workers] = ends;
                arrived++;
                came[second]++;
                if (begins >= DailyCurve.Seconds)
                {
                    continue;
                }

                begun[(int)begins]++;
                if (ends < DailyCurve.Seconds)
                {
                    done++;
                }
                else
                {
                    atWork++;
                }
            }
        }

        return Figures(arrived, done, atWork, Depths(came, begun));
    }

    private static double Gap(Random random, double rate) => -Math.Log(1 - random.NextDouble()) / rate;

    private static long[] Depths(int[] came, int[] begun)
    {
        var depths = new long[came.Length];
        var depth = 0L;
        for (var second = 0; second < came.Length; second++)
        {
            depth += came[second] - begun[second];
            depths[second] = depth;
        }

        return depths;
    }

    private static QueueFigures Figures(long arrived, long done, long atWork, long[] depths)
    {
        var max = depths.Max();
        var deepest = Array.IndexOf(depths, max);
        var empty = Array.IndexOf(depths, 0L, deepest);
        var sorted = depths.Order().ToArray();
        return new QueueFigures(
            arrived,
            done,
            depths[^1] + atWork,
            Math.Round(depths.Average(), 3),
            sorted[(int)(0.95 * (sorted.Length - 1))],
            max,
            empty < 0 ? null : empty - deepest);
    }
}
