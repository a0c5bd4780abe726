using CrossRegion.Domain.Cases;

namespace CrossRegion.Orchestrations.ReadModel;

/// <summary>One department's part in the review.</summary>
/// <param name="Department">The department's key within the item.</param>
/// <param name="NameZh">The department's name.</param>
/// <param name="NameEn">The department's name.</param>
/// <param name="Province">The two digits of the department's province.</param>
/// <param name="State">How far it is.</param>
/// <param name="RequestedAt">When it was asked.</param>
/// <param name="DecidedAt">When it answered.</param>
/// <param name="Opinion">What it answered.</param>
/// <param name="DueOn">The last day of its stage's limit, if it has one.</param>
/// <param name="Budget">时限: the days of its own limit, its share of the promised one, from when it is asked.</param>
/// <param name="Unit">What its days are.</param>
public sealed record ReviewView(
    string Department,
    string NameZh,
    string NameEn,
    string Province,
    ReviewState State,
    DateTimeOffset? RequestedAt,
    DateTimeOffset? DecidedAt,
    string? Opinion,
    DateOnly? DueOn,
    int? Budget = null,
    CodedText? Unit = null);
