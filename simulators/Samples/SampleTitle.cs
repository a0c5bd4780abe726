namespace CrossRegion.Simulators.Samples;

/// <summary>What a sample is about, in both languages.</summary>
public sealed record SampleTitle(string Zh, string En);
