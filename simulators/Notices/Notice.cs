namespace CrossRegion.Simulators.Notices;

/// <summary>What a citizen reads.</summary>
public sealed record Notice(string Number, string Province, string Type, string Zh, string En);
