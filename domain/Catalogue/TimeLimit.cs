using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// 时限. How long something may take: an amount of at least 1, its unit, and the rule that says so. GB/T 39046-2020 table 4
/// stores limits with unit and explanation.
/// </summary>
public sealed record TimeLimit(int Amount, LimitUnit Unit, LegalBasis? Basis);
