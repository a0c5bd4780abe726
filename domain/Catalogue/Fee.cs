namespace CrossRegion.Domain.Catalogue;

/// <summary>收费. A fee needs a rule that allows it (行政许可法 art. 58, 59).</summary>
/// <param name="IsCharged">Whether anything is charged.</param>
/// <param name="Standard">How much, for whom; null when nothing is charged.</param>
/// <param name="Basis">The rule that allows it; null when nothing is charged.</param>
public sealed record Fee(bool IsCharged, LocalizedText? Standard, LegalBasis? Basis);
