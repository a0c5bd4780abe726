using CrossRegion.Domain.Faults;
using NodaTime;

namespace CrossRegion.Domain.Calendars;

/// <summary>
/// What must hold for notices to make one calendar. Days are merged by date, whichever year's notice names them; a
/// division arranges its own days once more.
/// </summary>
internal static class HolidayNoticeRules
{
    public static IReadOnlyList<Fault> Check(IReadOnlyList<HolidayNotice> notices)
    {
        var faults = new FaultCollector();
        var claimed = new Dictionary<(string Region, LocalDate Day), string>();
        foreach (var notice in notices)
        {
            var path = $"calendars/{notice.Region}-{notice.Year}.json#";
            foreach (var (day, place) in Days(notice))
            {
                CheckDay(notice, day, path + place, claimed, faults);
            }
        }

        foreach (var repeated in notices.GroupBy(notice => (notice.Region, notice.Year)).Where(group => group.Count() > 1))
        {
            faults.Add(
                $"calendars/{repeated.Key.Region}-{repeated.Key.Year}.json#/year",
                "year-repeated",
                $"{repeated.Key.Year}年有多份通知",
                $"there is more than one notice for {repeated.Key.Year}");
        }

        return faults.ToList();
    }

    private static IEnumerable<(LocalDate Day, string Place)> Days(HolidayNotice notice) =>
        notice.Holidays.SelectMany((holiday, index) => holiday.Days.Select(day => (day, $"/holidays/{index}")))
            .Concat(notice.MakeUpDays.Select((day, index) => (day, $"/makeUpDays/{index}")));

    private static void CheckDay(
        HolidayNotice notice, LocalDate day, string path, Dictionary<(string Region, LocalDate Day), string> claimed, FaultCollector faults)
    {
        if (day < new LocalDate(notice.Year - 1, 12, 1) || day > new LocalDate(notice.Year, 12, 31))
        {
            faults.Add(path, "outside-year", $"{day:R}不属于{notice.Year}年的安排", $"{day:R} is no part of the arrangement of {notice.Year}");
        }

        if (path.Contains("/makeUpDays/", StringComparison.Ordinal) && !IsWeekend(day))
        {
            faults.Add(path, "make-up-on-weekday", $"{day:R}不是周末,无需调休上班", $"{day:R} is no weekend day, so it cannot be a make-up day");
        }

        if (!claimed.TryAdd((notice.Region, day), path))
        {
            var first = claimed[(notice.Region, day)];
            faults.Add(path, "day-repeated", $"{day:R}已在{first}安排", $"{day:R} is arranged already at {first}");
        }
    }

    private static bool IsWeekend(LocalDate day) => day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday;
}
