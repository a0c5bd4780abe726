using System.Net;
using CrossRegion.Simulators.Faults;

namespace CrossRegion.Simulators;

/// <summary>How the provinces behave.</summary>
public sealed record SimulationOptions
{
    /// <summary>Two-digit codes of the provinces played. Default: Sichuan, Chongqing, Guangdong.</summary>
    public IReadOnlyList<string> Provinces { get; init; } = ["51", "50", "44"];

    /// <summary>Makes two runs with the same applications alike: what goes wrong and how long people take is drawn from it. Default 1; any value.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The least time a department or an applicant takes before answering. Default zero.</summary>
    public TimeSpan ShortestThought { get; init; } = TimeSpan.Zero;

    /// <summary>The most time a department or an applicant takes before answering; not less than <see cref="ShortestThought"/>. Default zero.</summary>
    public TimeSpan LongestThought { get; init; } = TimeSpan.Zero;

    /// <summary>What goes wrong. Default: nothing.</summary>
    public FaultPlan Faults { get; init; } = FaultPlan.None;

    /// <summary>The address they listen on. Default 127.0.0.1; hosts in other networks need one that leads here.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port on <see cref="Address"/>. Default 0: any free one.</summary>
    public int Port { get; init; }

    /// <summary>
    /// Where received events are written down, one JSON line each, so that provinces started again on the same file know what they
    /// received before. Default null: nowhere.
    /// </summary>
    public string? JournalFile { get; init; }

    /// <summary>The clock by which they think and wait before sending again.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(ShortestThought.Ticks, nameof(ShortestThought));
        ArgumentOutOfRangeException.ThrowIfLessThan(LongestThought, ShortestThought, nameof(LongestThought));
        ArgumentOutOfRangeException.ThrowIfLessThan(Port, 0, nameof(Port));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, 65535, nameof(Port));
        if (Provinces.Count == 0 || Provinces.Any(province => province.Length != 2 || !province.All(char.IsAsciiDigit)))
        {
            throw new ArgumentException("Provinces are two digits each, and there is at least one.", nameof(Provinces));
        }
    }
}
