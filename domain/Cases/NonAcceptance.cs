namespace CrossRegion.Domain.Cases;

/// <summary>Why an application was not accepted, told in writing (行政许可法 art. 32).</summary>
/// <param name="Kind">On which ground.</param>
/// <param name="Reason">In both languages.</param>
/// <param name="CompetentAuthority">Whom to turn to: required when the authority is not competent (art. 32(2)).</param>
public sealed record NonAcceptance(NonAcceptanceKind Kind, LocalizedText Reason, LocalizedText? CompetentAuthority);
