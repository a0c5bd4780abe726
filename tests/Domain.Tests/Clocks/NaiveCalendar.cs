using CrossRegion.Domain.Calendars;
using NodaTime;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>Working days as a clerk reads them off the notices.</summary>
internal sealed class NaiveCalendar(WorkingDayCalendar calendar)
{
    private readonly HashSet<LocalDate> _off = [.. calendar.Notices.SelectMany(notice => notice.Holidays).SelectMany(holiday => holiday.Days)];
    private readonly HashSet<LocalDate> _worked = [.. calendar.Notices.SelectMany(notice => notice.MakeUpDays)];

    public bool Works(LocalDate date) =>
        _worked.Contains(date) || (!_off.Contains(date) && date.DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
}
