namespace CrossRegion.Bench.Capacity.Simulation;

/// <summary>When nobody works; seconds of the day.</summary>
internal readonly record struct Outage(double Begins, double Ends)
{
    public static Outage None { get; } = new(0, 0);

    /// <summary>When what would begin at <paramref name="moment"/> begins.</summary>
    public double Next(double moment) => moment >= Begins && moment < Ends ? Ends : moment;
}
