using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>行政许可法 art. 45: the time of hearings, tests and their kin does not count, and the applicant is told of it in writing.</summary>
public class Article45PauseTests
{
    private static readonly Clock Accepted = Of(LicensingLaw.DecisionRule, "2026-03-02");

    public static TheoryData<SpecialProcedureGround> Procedures => [.. Enum.GetValues<SpecialProcedureGround>()];

    [Theory]
    [MemberData(nameof(Procedures))]
    public void Each_of_its_procedures_stops_the_clock(SpecialProcedureGround procedure) =>
        Accepted.Enter(Paused(Date("2026-03-04"), procedure)).State.ShouldBe(ClockState.Paused);

    [Fact]
    public void There_are_eight_grounds_and_no_other()
    {
        Procedures.Count.ShouldBe(8);
        Accepted.Refused(Paused(Date("2026-03-04"), (SpecialProcedureGround)9)).ShouldBe(["procedure:no-ground"]);
    }

    [Fact]
    public void A_pause_and_its_end_rest_on_the_article()
    {
        Paused(Date("2026-03-04")).Ground.ShouldBe(Resumed(Date("2026-03-04")).Ground);
        Paused(Date("2026-03-04")).Ground.Article.ShouldBe("第四十五条");
        Paused(Date("2026-03-04")).Ground.Title.ShouldBe(new("中华人民共和国行政许可法", "Administrative Licensing Law"));
    }

    [Fact]
    public void Without_a_ground_and_the_written_notice_it_is_refused_for_both() =>
        Accepted.Refused(Paused(Date("2026-03-04"), default) with { Document = null }).ShouldBe(["procedure:no-ground", "document:missing"]);

    /// <summary>Excluded are the working days in (start, end]: 5, 6, 9, 10 and 11 March.</summary>
    [Fact]
    public void The_day_it_starts_counts_and_the_day_it_ends_does_not()
    {
        var clock = Accepted.Pause("2026-03-04", "2026-03-11");

        clock.DueOn("2026-03-11").ShouldBe(Date("2026-04-07"));
        Accepted.DueOn("2026-03-11").ShouldBe(Date("2026-03-30"));
        clock.ReadOn("2026-03-04").Consumed.ShouldBe(2);
        clock.ReadOn("2026-03-11").Consumed.ShouldBe(2);
        clock.ReadOn("2026-03-12").Consumed.ShouldBe(3);
    }

    [Theory]
    [InlineData("2026-03-06", "2026-03-08")] // a weekend
    [InlineData("2026-03-04", "2026-03-04")]
    public void A_pause_without_a_working_day_changes_nothing(string from, string to) =>
        Accepted.Pause(from, to).DueOn("2026-03-31").ShouldBe(Date("2026-03-30"));

    [Fact]
    public void While_it_lasts_the_last_day_moves_on_and_nothing_is_used_up()
    {
        var paused = Accepted.Enter(Paused(Date("2026-03-04")));

        paused.DueOn("2026-03-04").ShouldBe(Date("2026-03-30"));
        paused.DueOn("2026-03-11").ShouldBe(Date("2026-04-07"));
        paused.ReadOn("2026-06-01").Consumed.ShouldBe(2);
        paused.ReadOn("2026-06-01").State.ShouldBe(ClockState.Paused);
        paused.ReadOn("2026-06-01").IsOverdue.ShouldBeFalse();
    }

    [Fact]
    public void A_withdrawal_during_it_ends_the_count_where_it_stood()
    {
        var stopped = Accepted.Enter(Paused(Date("2026-03-04"))).Stop("2026-03-20").ReadOn("2026-06-01");

        (stopped.State, stopped.Consumed, stopped.IsOverdue).ShouldBe((ClockState.Stopped, 2, false));
    }

    [Fact]
    public void It_cannot_heal_a_limit_that_was_missed()
    {
        var late = Accepted.Pause("2026-04-01", "2026-04-30");

        late.DueOn("2026-05-06").ShouldBe(Date("2026-03-30"));
        late.ReadOn("2026-05-06").IsOverdue.ShouldBeTrue();
    }

    [Fact]
    public void Promises_stages_and_delivery_pause_too() =>
        new[] { new ClockRule(ClockKind.Promised, Days(5)), ClockRule.Stage(Days(5)), LicensingLaw.DeliveryRule, LicensingLaw.LowerReviewRule }
            .ShouldAllBe(rule => Of(rule, "2026-03-02").Pause("2026-03-03", "2026-03-05").DueOn("2026-03-05")
                == Calendar.AddWorkingDays(Date("2026-03-02"), new(rule.Budget.Amount + 2)).Date);

    [Fact]
    public void Calendar_days_stand_still_as_well_and_end_on_a_working_day_outside()
    {
        var clock = Of(ClockRule.Stage(Days(10, LimitUnit.CalendarDay)), "2026-03-02");

        clock.DueOn("2026-03-02").ShouldBe(Date("2026-03-12"));
        clock.Pause("2026-03-04", "2026-03-06").DueOn("2026-03-06").ShouldBe(Date("2026-03-16")); // the 14th is a Saturday
        clock.Pause("2026-03-05", "2026-03-07").Enter(Paused(Date("2026-03-14"))).DueOn("2026-03-17").ShouldBe(Date("2026-03-18"));
    }

    [Fact]
    public void Months_are_the_days_they_cover_and_stand_still_too()
    {
        var clock = Of(ClockRule.Stage(Days(1, LimitUnit.Month)), "2026-08-31");

        clock.ReadOn("2026-08-31").Budget.ShouldBe(30);
        clock.DueOn("2026-08-31").ShouldBe(Date("2026-09-30"));
        clock.Pause("2026-09-01", "2026-09-02").DueOn("2026-09-02").ShouldBe(Date("2026-10-08")); // after the National Day
    }

    [Theory]
    [InlineData("2026-03-30", "2026-04-02", "2026-04-02")] // begun on the last day: excluded time makes nobody late
    [InlineData("2026-03-31", "2026-04-02", "2026-03-30")] // begun after it: it was missed before
    public void A_pause_that_begins_on_the_last_day_carries_the_limit_to_its_end(string from, string to, string due)
    {
        var clock = Accepted.Pause(from, to);
        clock.DueOn("2026-04-03").ShouldBe(Date(due));
        clock.ReadOn(to).IsOverdue.ShouldBe(due != to);
        clock.ReadOn("2026-04-03").IsOverdue.ShouldBeTrue();
    }
}
