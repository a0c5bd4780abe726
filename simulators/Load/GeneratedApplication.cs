using CrossRegion.Simulators.Platforms;
using CrossRegion.Simulators.Reserved;

namespace CrossRegion.Simulators.Load;

/// <summary>An application made up for load.</summary>
/// <param name="Filing">What its platform does about it.</param>
/// <param name="Outcome">How it is to end.</param>
public sealed record GeneratedApplication(Filing Filing, ReservedOutcome Outcome);
