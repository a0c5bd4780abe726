using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Cases;

/// <summary>A material handed in: what it is, and the digest that proves which file it was.</summary>
public sealed record SubmittedMaterial(MaterialCode Code, string Title, string Digest, string? Uri);
