namespace CrossRegion.Bench.Capacity.Counting;

/// <summary>
/// Request units of one item, as Microsoft publishes them (Understand request unit consumption): a point read 1.00 at 1 kB and 1.33 at
/// 8 kB, a write 4.95 and 7.04; a straight line between, and beyond. Reads are doubled for <c>Strong</c>.
/// </summary>
internal static class RequestCharges
{
    /// <summary>What the adapter and the service add to a body, about: id, partition, ETag, system properties.</summary>
    public const int FrameBytes = 500;

    private const double Strong = 2;

    public static double Read(long bytes) => Strong * (1.00 + (Beyond(bytes) * (1.33 - 1.00) / 7));

    public static double Write(long bytes) => 4.95 + (Beyond(bytes) * (7.04 - 4.95) / 7);

    /// <summary>Kilobytes beyond the first.</summary>
    private static double Beyond(long bytes) => Math.Max(0, (bytes / 1_000.0) - 1);
}
