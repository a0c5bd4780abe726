namespace CrossRegion.Domain.Catalogue;

/// <summary>The rule something rests on.</summary>
/// <param name="Title">The law, regulation or notice.</param>
/// <param name="Article">The article as the rule counts them, <c>第四十二条</c>; null when the whole rule is meant.</param>
public sealed record LegalBasis(LocalizedText Title, string? Article);
