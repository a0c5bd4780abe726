namespace CrossRegion.Simulators.Faults;

/// <summary>Something that happens to a part of the messages, some time later.</summary>
/// <param name="Rate">The part, 0 to 1.</param>
/// <param name="Within">How much later at most, in seconds.</param>
internal sealed record Delayed(double Rate, double Within)
{
    public static Delayed Never { get; } = new(0, 0);
}
