using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>行政许可法 art. 82: the authority's periods are working days, legal holidays excluded.</summary>
public class Article82WorkingDayTests
{
    [Theory]
    [InlineData("2026-09-30", 5, "2026-10-13")]
    [InlineData("2026-02-11", 20, "2026-03-17")]
    [InlineData("2023-09-28", 1, "2023-10-07")]
    [InlineData("2024-02-08", 1, "2024-02-09")]
    public void Golden_deadlines(string from, int days, string due) => Of(ClockRule.Stage(Days(days)), from).DueOn(from).ShouldBe(Date(due));

    [Fact]
    public void Every_limit_of_the_law_is_in_working_days() =>
        new[] { LicensingLaw.NoticeRule, LicensingLaw.DecisionRule, LicensingLaw.JointDecisionRule, LicensingLaw.LowerReviewRule, LicensingLaw.DeliveryRule }
            .Select(rule => (rule.Budget.Unit, rule.Budget.Amount, rule.Extension?.Longest.Amount, rule.Budget.Basis!.Article)).ShouldBe(
            [
                (LimitUnit.WorkingDay, 5, null, "第三十二条第一款第(四)项"),
                (LimitUnit.WorkingDay, 20, 10, "第四十二条第一款"),
                (LimitUnit.WorkingDay, 45, 15, "第四十二条第二款"),
                (LimitUnit.WorkingDay, 20, null, "第四十三条"),
                (LimitUnit.WorkingDay, 10, null, "第四十四条"),
            ]);

    [Fact]
    public void A_limit_that_reaches_into_an_unknown_year_is_provisional()
    {
        var clock = Of(LicensingLaw.DecisionRule, "2026-12-07");

        clock.ReadOn("2026-12-07").Due.ShouldBe(new Deadline(Date("2027-01-04"), true));
        clock.Stop("2026-12-09").ReadOn("2026-12-09").Due.IsProvisional.ShouldBeTrue();
        Of(LicensingLaw.NoticeRule, "2026-12-07").ReadOn("2026-12-07").Due.IsProvisional.ShouldBeFalse();
        clock.Pause("2026-12-09", "2026-12-11").ReadOn("2026-12-11").Due.IsProvisional.ShouldBeTrue();
    }

    [Fact]
    public void The_notice_that_is_published_later_moves_it_and_makes_it_certain()
    {
        var clock = Of(LicensingLaw.DecisionRule, "2026-12-07");
        var notice = new HolidayNotice(
            2027, "试〔2026〕1号", new LocalDate(2026, 11, 30), "测试", ["测试"], [new Holiday(new("元旦", "New Year"), Date("2027-01-01"), Date("2027-01-03"))], []);
        WorkingDayCalendar.TryCreate([.. Calendar.Notices, notice], out var known, out _).ShouldBeTrue();

        clock.ReadOn(Date("2026-12-07"), known!).Due.ShouldBe(new Deadline(Date("2027-01-05"), false));
    }

    [Fact]
    public void A_day_before_the_start_has_no_reading() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Of(LicensingLaw.DecisionRule, "2026-03-02").ReadOn("2026-03-01")).Message.ShouldContain("2026-03-02");
}
