using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>One day as the calendar sees it, with its reason.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Holiday">The holiday it belongs to, if any.</param>
/// <param name="Notice">The notice that makes it a holiday or a make-up day; else that of its year; null when none is published.</param>
/// <param name="IsProvisional">True when no notice of its year is published.</param>
public sealed record CalendarDay(LocalDate Date, DayKind Kind, Holiday? Holiday, HolidayNotice? Notice, bool IsProvisional)
{
    public bool IsWorkingDay => Kind is DayKind.WorkingDay or DayKind.MakeUpDay;
}
