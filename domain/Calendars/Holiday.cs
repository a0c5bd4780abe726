using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>放假: days off in a row, the first and the last included.</summary>
public sealed record Holiday(LocalizedText Name, LocalDate From, LocalDate To)
{
    /// <summary>Its days in order.</summary>
    public IEnumerable<LocalDate> Days => Enumerable.Range(0, Period.DaysBetween(From, To) + 1).Select(From.PlusDays);
}
