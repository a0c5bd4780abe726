namespace CrossRegion.Domain.Catalogue;

/// <summary>The limits of a whole item, counted from acceptance.</summary>
/// <param name="Statutory">法定办结时限.</param>
/// <param name="Promised">承诺办结时限: never longer than the statutory one.</param>
/// <param name="Extension">延长: what the approver may add once (行政许可法 art. 42), null where the rule gives none.</param>
/// <param name="Supplement">The applicant's time to supplement after the one-time notice (art. 32(4)).</param>
public sealed record ItemLimits(TimeLimit Statutory, TimeLimit Promised, TimeLimit? Extension, TimeLimit Supplement);
