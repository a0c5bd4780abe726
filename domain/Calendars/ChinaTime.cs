using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>The one civil time of the country, Asia/Shanghai, in which every legal day begins and ends.</summary>
public static class ChinaTime
{
    public static DateTimeZone Zone { get; } = DateTimeZoneProviders.Tzdb["Asia/Shanghai"];

    /// <summary>The legal day an instant belongs to.</summary>
    public static LocalDate DateOf(Instant instant) => instant.InZone(Zone).Date;

    /// <summary>The instant a legal day begins.</summary>
    public static Instant StartOf(LocalDate date) => date.AtStartOfDayInZone(Zone).ToInstant();
}
