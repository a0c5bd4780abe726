using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>决定. A refusal has reasons and says how to contest it (行政许可法 art. 38).</summary>
/// <param name="Outcome">Granted or refused.</param>
/// <param name="DecidedOn">The decision's day.</param>
/// <param name="Reasons">At least one when refused.</param>
/// <param name="RemediesZh">行政复议 and 行政诉讼, when refused.</param>
/// <param name="RemediesEn">Administrative review and litigation, when refused.</param>
public sealed record DecisionView(
    DecisionOutcome Outcome,
    DateOnly DecidedOn,
    IReadOnlyList<ReasonView> Reasons,
    string? RemediesZh,
    string? RemediesEn);
