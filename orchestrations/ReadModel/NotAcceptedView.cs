using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>不予受理 or 不受理, with the reason and, where another authority is competent, its name (行政许可法 art. 32(2)).</summary>
public sealed record NotAcceptedView(
    NonAcceptanceKind Kind,
    string ReasonZh,
    string ReasonEn,
    string? CompetentAuthorityZh,
    string? CompetentAuthorityEn);
