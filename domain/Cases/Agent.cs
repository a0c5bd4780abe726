namespace CrossRegion.Domain.Cases;

/// <summary>Who applies for somebody else (行政许可法 art. 29).</summary>
public sealed record Agent(string Name, PartyIdentifier Identifier);
