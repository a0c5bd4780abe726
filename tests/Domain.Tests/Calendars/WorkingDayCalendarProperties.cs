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
        select (RandomCalendar.Of(2020, seeds), Origin.PlusDays(start), days)).ToArbitrary();

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
}
