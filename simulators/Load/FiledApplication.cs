using CrossRegion.Simulators.Events;

namespace CrossRegion.Simulators.Load;

/// <summary>An application that was posted.</summary>
/// <param name="Application">What was posted.</param>
/// <param name="Answer">The host's answer; null when there was none before the end.</param>
public sealed record FiledApplication(GeneratedApplication Application, HostAnswer? Answer);
