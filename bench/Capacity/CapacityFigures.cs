using CrossRegion.Bench.Capacity.Counting;
using CrossRegion.Bench.Capacity.Limits;

namespace CrossRegion.Bench.Capacity;

/// <summary>What was counted, what breaks first, and what each volume needs.</summary>
/// <param name="Seed">Repeats the simulation.</param>
/// <param name="Modes">What one application of each mode asks for.</param>
/// <param name="Work">The mean of the modes, with which all else is reckoned.</param>
/// <param name="Limits">Of one stamp, what breaks first first.</param>
/// <param name="Overload">Days before the first of them that is no setting.</param>
/// <param name="Volumes">From a small province to the nation.</param>
internal sealed record CapacityFigures(
    int Seed,
    IReadOnlyDictionary<string, Work> Modes,
    Work Work,
    IReadOnlyList<Saturation> Limits,
    IReadOnlyList<OverloadFigures> Overload,
    IReadOnlyList<VolumeFigures> Volumes);
