using CrossRegion.Domain.Calendars;
using NodaTime;

namespace CrossRegion.Domain.Clocks;

/// <summary>A rung and the day from which it is to be raised.</summary>
public sealed record RungDate(Rung Rung, LocalDate On)
{
    /// <summary>The moment that day begins: when a timer should wake.</summary>
    public Instant At => ChinaTime.StartOf(On);
}
