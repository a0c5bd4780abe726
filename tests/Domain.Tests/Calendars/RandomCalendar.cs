using CrossRegion.Domain.Calendars;
using NodaTime;

namespace CrossRegion.Domain.Tests.Calendars;

/// <summary>Calendars that nobody published: each year with a few holidays, and some Sundays after them worked.</summary>
internal static class RandomCalendar
{
    /// <summary>One year for each seed, from <paramref name="firstYear"/> on.</summary>
    public static WorkingDayCalendar Of(int firstYear, IEnumerable<int> seeds)
    {
        var notices = seeds.Select((seed, index) => Notice(firstYear + index, new Random(seed))).ToList();
        WorkingDayCalendar.TryCreate(notices, out var calendar, out var faults).ShouldBeTrue(string.Join('\n', faults));
        return calendar!;
    }

    private static HolidayNotice Notice(int year, Random random)
    {
        var holidays = new List<Holiday>();
        var makeUp = new List<LocalDate>();
        var day = new LocalDate(year, 1, 1).PlusDays(random.Next(20));
        while (day.PlusDays(30).Year == year)
        {
            var last = day.PlusDays(random.Next(9));
            holidays.Add(new Holiday(new("节", "Feast"), day, last));
            var sunday = last.Next(IsoDayOfWeek.Sunday);
            if (random.Next(2) == 0)
            {
                makeUp.Add(sunday);
            }

            day = sunday.PlusDays(1 + random.Next(60));
        }

        return new HolidayNotice(year, "无", new LocalDate(year - 1, 11, 1), "测试", ["测试"], holidays, makeUp);
    }
}
