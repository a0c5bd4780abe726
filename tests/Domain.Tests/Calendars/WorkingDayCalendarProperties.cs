using CrossRegion.Domain.Calendars;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace CrossRegion.Domain.Tests.Calendars;

/// <summary>The calendar's arithmetic against walking day by day, on calendars that nobody published.</summary>
public class WorkingDayCalendarProperties
{
    private static readonly LocalDate Origin = new(2019, 6, 1);

    private static readonly Arbitrary<(WorkingDayCalendar Calendar, LocalDate From, int Days)> Questions = (
        from seeds in ArbMap.Default.ArbFor<int>().Generator.ListOf(4)
        from start in Gen.Choose(0, 4000)
        from days in Gen.Frequency((3, Gen.Choose(0, 40)), (1, Gen.Choose(0, 2000)))
        select (Calendar(seeds), Origin.PlusDays(start), days)).ToArbitrary();

    [Fact]
    public void Adding_agrees_with_walking_day_by_day() => Prop.ForAll(Questions, question =>
    {
        var (calendar, from, days) = question;
        var (date, left) = (from, days);
        while (left > 0)
        {
            date = date.PlusDays(1);
            left -= calendar.IsWorkingDay(date) ? 1 : 0;
        }

        calendar.AddWorkingDays(from, new WorkingDays(days)).Date.ShouldBe(date);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_back_what_was_added_gives_the_same_number() => Prop.ForAll(Questions, question =>
    {
        var (calendar, from, days) = question;
        var deadline = calendar.AddWorkingDays(from, new WorkingDays(days));
        var count = calendar.WorkingDaysBetween(from, deadline.Date);
        count.Days.Count.ShouldBe(days);
        count.IsProvisional.ShouldBe(deadline.IsProvisional);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_parts_of_a_split_period_add_up_to_the_whole() => Prop.ForAll(Questions, question =>
    {
        var (calendar, from, days) = question;
        var (middle, end) = (from.PlusDays(days / 3), from.PlusDays(days));
        var parts = calendar.WorkingDaysBetween(from, middle).Days + calendar.WorkingDaysBetween(middle, end).Days;
        parts.ShouldBe(calendar.WorkingDaysBetween(from, end).Days);
    }).QuickCheckThrowOnFailure();

    /// <summary>Years from 2020 on, each with a few holidays and every third weekend day after one worked.</summary>
    private static WorkingDayCalendar Calendar(IEnumerable<int> seeds)
    {
        var notices = seeds.Select((seed, index) => Notice(2020 + index, new Random(seed))).ToList();
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
