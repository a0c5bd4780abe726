using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Identifiers;

namespace CrossRegion.Domain.Catalogue;

/// <summary>
/// A department with its one task in an item. A department that acts twice (police before and after a move) is two entries.
/// </summary>
/// <param name="Key">What the item calls it.</param>
/// <param name="Name">The department's name.</param>
/// <param name="Task">What it does for this item.</param>
/// <param name="Role">Lead or participant; an item has exactly one lead (行政许可法 art. 26).</param>
/// <param name="Type">In what capacity it acts.</param>
/// <param name="Province">The province whose platform reaches it.</param>
/// <param name="Division">Where it sits, in that province.</param>
/// <param name="CreditCode">Its credit code.</param>
/// <param name="DependsOn">The departments of the item that must have agreed before it starts. The graph has no cycle.</param>
/// <param name="Limit">Its share of the promised limit, from the dispatch of its task.</param>
public sealed record Department(
    DepartmentKey Key,
    LocalizedText Name,
    LocalizedText Task,
    DepartmentRole Role,
    DepartmentType Type,
    ProvinceCode Province,
    DivisionCode Division,
    UnifiedSocialCreditCode CreditCode,
    IReadOnlyList<DepartmentKey> DependsOn,
    TimeLimit Limit);
