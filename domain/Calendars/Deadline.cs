using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>The last day of a limit; it ends with that day in Asia/Shanghai.</summary>
/// <param name="Date">The last day.</param>
/// <param name="IsProvisional">
/// True when the count reached into a year without a published notice, where only weekends are known: to be marked so and
/// counted again when the notice is imported.
/// </param>
public sealed record Deadline(LocalDate Date, bool IsProvisional)
{
    /// <summary>The first instant after the limit.</summary>
    public Instant End => ChinaTime.StartOf(Date.PlusDays(1));
}
