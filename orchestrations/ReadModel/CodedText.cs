namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>A code for programs and its name for people, in both languages.</summary>
/// <param name="Code">Stable; programs may rely on it.</param>
/// <param name="Zh">For a reader of Chinese.</param>
/// <param name="En">For a reader of English.</param>
public sealed record CodedText(string Code, string Zh, string En);
