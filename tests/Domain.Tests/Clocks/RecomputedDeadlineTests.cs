using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Clocks;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>A changed calendar never shortens what the applicant was told.</summary>
public class RecomputedDeadlineTests
{
    [Theory]
    [InlineData("2026-03-16", "2026-03-17", false)] // the applicant keeps the later date
    [InlineData("2026-03-17", "2026-03-17", false)]
    [InlineData("2026-03-18", "2026-03-18", true)]
    public void An_earlier_date_leaves_the_told_one_in_force_and_a_later_one_is_told(string computed, string inForce, bool toBeTold)
    {
        var deadline = new RecomputedDeadline(Date("2026-03-17"), new Deadline(Date(computed), false));

        deadline.InForce.ShouldBe(new Deadline(Date(inForce), false));
        deadline.IsToBeToldAnew.ShouldBe(toBeTold);
    }

    [Fact]
    public void What_is_still_uncertain_stays_provisional() =>
        new RecomputedDeadline(Date("2027-01-05"), new Deadline(Date("2027-01-04"), true)).InForce.ShouldBe(new Deadline(Date("2027-01-05"), true));

    [Fact]
    public void A_clock_is_not_overdue_before_the_told_day_is_over()
    {
        var clock = Of(LicensingLaw.NoticeRule, "2026-03-02");

        clock.ReadOn(Date("2026-03-10"), Calendar).IsOverdue.ShouldBeTrue();
        clock.ReadOn(Date("2026-03-10"), Calendar, told: Date("2026-03-10")).IsOverdue.ShouldBeFalse();
        clock.ReadOn(Date("2026-03-11"), Calendar, told: Date("2026-03-10")).IsOverdue.ShouldBeTrue();
        clock.ReadOn(Date("2026-03-03"), Calendar, told: Date("2026-03-06")).Due.Date.ShouldBe(Date("2026-03-09"));
    }
}
