namespace CrossRegion.Cli.Simulation;

/// <summary>Percentiles of the time from a post until its answer, in milliseconds.</summary>
internal sealed record Latencies(double P50, double P95, double P99, double Max)
{
    public static Latencies Of(IEnumerable<TimeSpan> measured)
    {
        var sorted = measured.Select(latency => latency.TotalMilliseconds).Order().ToList();
        return new Latencies(At(0.5), At(0.95), At(0.99), At(1));

        double At(double share) => sorted.Count == 0 ? 0 : Math.Round(sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Count) - 1)], 1);
    }
}
