namespace CrossRegion.Simulators.Faults;

/// <summary>A fault that was played.</summary>
/// <param name="System">Whose: <c>providers</c>, <c>platforms</c>, <c>departments</c>, <c>notices</c>; <c>exchange</c> on a line between stamps.</param>
/// <param name="Kind">Which, e.g. <c>503</c>, <c>lost</c>, <c>duplicate</c>.</param>
/// <param name="Matter">The message, by names that are the same in every run.</param>
public sealed record PlayedFault(string System, string Kind, string Matter);
