using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Catalogue;

/// <summary>特别程序 an item may need: its time is extension (行政许可法 art. 42) or excluded from the limits (art. 45).</summary>
/// <param name="Name">What it is: 听证, 检验, 专家评审.</param>
/// <param name="Kind">Extension or excluded.</param>
/// <param name="Limit">How long it may take; the applicant is told in writing.</param>
public sealed record SpecialProcedure(LocalizedText Name, SpecialProcedureKind Kind, TimeLimit Limit);
