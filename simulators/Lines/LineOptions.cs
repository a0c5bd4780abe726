using CrossRegion.Simulators.Faults;

namespace CrossRegion.Simulators.Lines;

/// <summary>How a line between two stamps behaves.</summary>
public sealed record LineOptions
{
    /// <summary>What goes wrong. Default: nothing.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>What goes wrong is drawn from it. Default 1; any value.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>TCP port on 127.0.0.1. Default 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>The clock by which hand-overs are held back and outages begin and end.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
