namespace CrossRegion.Orchestrations.Flow;

/// <summary>What the pre-review found: the authority is not competent, or something is missing, or neither.</summary>
public sealed record Examined(bool Acceptable, bool Deficient, IReadOnlyList<string> Publications) : Taken(Publications);
