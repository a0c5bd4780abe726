using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Catalogue;

/// <summary>行政区划 of GB/T 2260 in the time it has existed; codes die, and identity numbers keep them.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name in that time.</param>
/// <param name="ValidFrom">First day; null when older than this table.</param>
/// <param name="ValidTo">Last day; null while it exists.</param>
public sealed record Division(DivisionCode Code, LocalizedText Name, LocalDate? ValidFrom, LocalDate? ValidTo)
{
    public bool ExistsOn(LocalDate date) => (ValidFrom is not { } first || date >= first) && (ValidTo is not { } last || date <= last);
}
