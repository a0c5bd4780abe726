using System.Diagnostics.CodeAnalysis;
using CrossRegion.Domain.Faults;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Simulators.Faults;

/// <summary>What is to go wrong (<c>simulators/faults.schema.json</c>, docs/simulators.md).</summary>
public sealed record FaultPlan
{
    /// <summary>Nothing goes wrong.</summary>
    public static FaultPlan None { get; } = new();

    internal SystemFaults Providers { get; init; } = SystemFaults.None;

    internal SystemFaults Platforms { get; init; } = SystemFaults.None;

    internal SystemFaults Departments { get; init; } = SystemFaults.None;

    internal SystemFaults Notices { get; init; } = SystemFaults.None;

    /// <summary>What goes wrong on the lines between stamps.</summary>
    internal LineFaults Exchange { get; init; } = LineFaults.None;

    /// <summary>How many of the generated applications are to end so, 0 to 1 in all; the others are granted.</summary>
    internal IReadOnlyDictionary<ReservedOutcome, double> Outcomes { get; init; } = new Dictionary<ReservedOutcome, double>();

    /// <summary>Reads a faults file.</summary>
    /// <param name="file">Its name, for the faults' paths.</param>
    /// <param name="text">Its content.</param>
    /// <param name="plan">The plan, when nothing is wrong with it.</param>
    /// <param name="faults">Everything that is wrong with it.</param>
    public static bool TryRead(string file, string text, [NotNullWhen(true)] out FaultPlan? plan, out IReadOnlyList<Fault> faults)
    {
        var collector = new FaultCollector();
        plan = FaultReader.Read(file, text, collector);
        faults = collector.ToList();
        return plan is not null;
    }
}
