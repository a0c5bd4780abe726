namespace CrossRegion.Bench.Exchange;

/// <summary>What two stamps in one process measured, over HTTP, signed, every commit on the disk.</summary>
/// <param name="HandOversPerS">Handed over, taken and receipted a second, at the rate asked for.</param>
/// <param name="P50Ms">From when a hand-over was due until its receipt was durable at the sender.</param>
/// <param name="P99Ms">The same, 99th percentile.</param>
/// <param name="PeakPerS">As many as it takes, with 1,024 on their way.</param>
/// <param name="CpuMsPerHandOver">User and system time of both stamps and of the load, at the peak.</param>
/// <param name="Lost">Handed over and not in the receiver's ledger, or differing there.</param>
internal sealed record ExchangeFigures(
    double HandOversPerS, double P50Ms, double P99Ms, double PeakPerS, double CpuMsPerHandOver, DrainFigures Drain, int Lost);
