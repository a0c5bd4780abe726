using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Tests.Catalogue;
using NodaTime;

namespace CrossRegion.Domain.Tests.Calendars;

/// <summary>行政许可法 art. 82 by the published notices of 2023 to 2026.</summary>
public class WorkingDayCalendarTests
{
    private static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Load(CatalogueFolder.Read());

    [Theory]
    [InlineData(2023, 249)]
    [InlineData(2024, 251)]
    [InlineData(2025, 248)]
    [InlineData(2026, 248)]
    public void A_year_has_its_known_number_of_working_days(int year, int expected)
    {
        var count = Calendar.WorkingDaysBetween(new LocalDate(year - 1, 12, 31), new LocalDate(year, 12, 31));
        count.Days.Count.ShouldBe(expected);
        count.IsProvisional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-09-30", 5, "2026-10-13")]
    [InlineData("2026-02-11", 20, "2026-03-17")]
    [InlineData("2026-01-02", 1, "2026-01-04")] // a Sunday that is worked
    [InlineData("2024-02-08", 1, "2024-02-09")] // New Year's Eve was formally a working day
    [InlineData("2023-09-28", 1, "2023-10-07")]
    [InlineData("2026-11-22", 0, "2026-11-22")] // no working day is the day itself, even a Sunday
    [InlineData("2026-11-22", 1, "2026-11-23")]
    public void The_day_of_acceptance_is_day_zero(string from, int days, string expected)
    {
        var deadline = Calendar.AddWorkingDays(Date(from), new WorkingDays(days));
        deadline.Date.ShouldBe(Date(expected));
        deadline.IsProvisional.ShouldBeFalse();
    }

    [Theory]
    [InlineData("2026-10-01", DayKind.Holiday, false)]
    [InlineData("2026-10-10", DayKind.MakeUpDay, true)]
    [InlineData("2026-10-11", DayKind.Weekend, false)]
    [InlineData("2026-10-12", DayKind.WorkingDay, true)]
    [InlineData("2022-12-31", DayKind.Holiday, false)] // named by the notice of 2023
    public void A_day_is_told_with_its_reason(string date, DayKind kind, bool works)
    {
        var day = Calendar.Describe(Date(date));
        day.Kind.ShouldBe(kind);
        Calendar.IsWorkingDay(Date(date)).ShouldBe(works);
    }

    [Fact]
    public void A_holiday_names_its_festival_and_its_notice()
    {
        var day = Calendar.Describe(new LocalDate(2026, 2, 17));
        day.Holiday.ShouldNotBeNull().Name.Zh.ShouldBe("春节");
        day.Notice.ShouldNotBeNull().Number.ShouldBe("国办发明电〔2025〕7号");
    }

    [Theory]
    [InlineData("2026-12-30", 1, false)]
    [InlineData("2026-12-31", 1, true)]
    [InlineData("2026-12-30", 2, true)]
    public void A_count_that_reaches_into_a_year_without_a_notice_is_provisional(string from, int days, bool provisional)
    {
        var deadline = Calendar.AddWorkingDays(Date(from), new WorkingDays(days));
        deadline.IsProvisional.ShouldBe(provisional);
        Calendar.WorkingDaysBetween(Date(from), deadline.Date).IsProvisional.ShouldBe(provisional);
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_is_refused() => Should.Throw<ArgumentOutOfRangeException>(
        () => Calendar.WorkingDaysBetween(new LocalDate(2026, 3, 2), new LocalDate(2026, 3, 1)));

    [Theory]
    [InlineData("2026-09-17", 14, LimitUnit.CalendarDay, "2026-10-08")] // falls on 1 October: the day after the holiday (民法典 art. 203)
    [InlineData("2026-09-01", 10, LimitUnit.CalendarDay, "2026-09-11")]
    [InlineData("2026-08-31", 1, LimitUnit.Month, "2026-09-30")]
    [InlineData("2026-09-30", 5, LimitUnit.WorkingDay, "2026-10-13")]
    public void A_limit_ends_by_its_unit(string from, int amount, LimitUnit unit, string expected) =>
        Calendar.DeadlineOf(Date(from), new TimeLimit(amount, unit, null)).Date.ShouldBe(Date(expected));

    [Fact]
    public void A_limit_in_hours_has_no_last_day() =>
        Should.Throw<ArgumentException>(() => Calendar.DeadlineOf(new LocalDate(2026, 3, 2), new TimeLimit(4, LimitUnit.Hour, null)));

    [Fact]
    public void A_deadline_ends_with_its_day_in_Shanghai() =>
        new Deadline(new LocalDate(2026, 10, 13), false).End.ShouldBe(Instant.FromUtc(2026, 10, 13, 16, 0));

    [Fact]
    public void An_instant_belongs_to_the_day_in_Shanghai() =>
        ChinaTime.DateOf(Instant.FromUtc(2026, 10, 12, 16, 0)).ShouldBe(new LocalDate(2026, 10, 13));

    private static LocalDate Date(string text) => NodaTime.Text.LocalDatePattern.Iso.Parse(text).Value;
}
