using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;

namespace CrossRegion.Domain.Clocks;

/// <summary>
/// What a clock counts by: its budget, the rule it rests on (in the budget), and what may be added. Laws and regulations on an item
/// prevail over the general figures (行政许可法 art. 42), so an item's own limits come from the catalogue; the general ones are in
/// <see cref="LicensingLaw"/>.
/// </summary>
public sealed record ClockRule
{
    /// <exception cref="ArgumentException">A limit is not in days or months, or the extension has another unit than the budget.</exception>
    public ClockRule(ClockKind kind, TimeLimit budget, ExtensionRule? extension = null)
    {
        if (budget.Unit is not (LimitUnit.WorkingDay or LimitUnit.CalendarDay or LimitUnit.Month))
        {
            throw new ArgumentException($"a clock counts days, not {budget.Unit.Name().En}s", nameof(budget));
        }

        if (extension is not null && extension.Longest.Unit != budget.Unit)
        {
            throw new ArgumentException("the extension has another unit than the budget", nameof(extension));
        }

        (Kind, Budget, Extension) = (kind, budget, extension);
    }

    public ClockKind Kind { get; }

    public TimeLimit Budget { get; }

    /// <summary>Null where the rule gives none.</summary>
    public ExtensionRule? Extension { get; }

    /// <summary>
    /// Whether art. 45 can stop it: the article excludes time from the limits of its section (art. 42 to 44) and so from the promises
    /// and stages within them; the notice of art. 32 is in another section.
    /// </summary>
    public bool CanPause => Kind != ClockKind.Notice;

    /// <summary>法定办结时限 of an item, with the extension its rule gives.</summary>
    public static ClockRule Statutory(ItemLimits limits, ApproverOffice office) =>
        new(ClockKind.Statutory, limits.Statutory, limits.Extension is { } longest ? new ExtensionRule(longest, office) : null);

    /// <summary>承诺办结时限 of an item. A promise is not extended: what takes longer has broken it.</summary>
    public static ClockRule Promised(ItemLimits limits) => new(ClockKind.Promised, limits.Promised);

    /// <summary>环节时限, of a stage or of one department's part.</summary>
    public static ClockRule Stage(TimeLimit limit) => new(ClockKind.Stage, limit);
}
