using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>Which rungs are raised when, each once.</summary>
public class LadderTests
{
    private static readonly Clock Statutory = Of(LicensingLaw.DecisionRule, "2026-03-02"); // due on 30 March, warned on 24 March
    private static readonly Clock Promised = Of(new ClockRule(ClockKind.Promised, Days(10)), "2026-03-02"); // due on 16, warned on 12 March
    private static readonly Clock Stage = Of(ClockKey.Stage(HandlingStage.Review), ClockRule.Stage(Days(3)), Date("2026-03-02")); // due on 5, warned on 4 March

    [Theory]
    [InlineData("2026-03-02", "", "rung:stage:review:warning 2026-03-04")]
    [InlineData("2026-03-04", "rung:stage:review:warning 2026-03-04", "rung:stage:review:overdue 2026-03-06")]
    [InlineData("2026-03-06", "rung:stage:review:overdue 2026-03-06", "rung:promised:warning 2026-03-12")]
    [InlineData("2026-03-13", "rung:stage:review:overdue 2026-03-06,rung:promised:warning 2026-03-12", "rung:promised:overdue 2026-03-17")]
    [InlineData("2026-03-25", "rung:stage:review:overdue 2026-03-06,rung:promised:overdue 2026-03-17,rung:statutory:warning 2026-03-24", "rung:statutory:overdue 2026-03-31")]
    [InlineData("2026-05-01", "rung:stage:review:overdue 2026-03-06,rung:promised:overdue 2026-03-17,rung:statutory:overdue 2026-03-31", "")]
    public void The_rungs_of_a_case_one_after_the_other(string today, string due, string next)
    {
        var readings = Read(today, Statutory, Promised, Stage);

        string.Join(',', Ladder.Due(readings, SupervisionThresholds.Default, None).Select(Text)).ShouldBe(due);
        Text(Ladder.Next(readings, SupervisionThresholds.Default, None)).ShouldBe(next);
    }

    [Fact]
    public void What_was_raised_is_not_raised_again()
    {
        var raised = new HashSet<Rung> { new(Stage.Key, RungLevel.Overdue), new(Promised.Key, RungLevel.Warning), new(Promised.Key, RungLevel.Overdue) };
        var readings = Read("2026-03-13", Statutory, Promised, Stage);

        Ladder.Due(readings, SupervisionThresholds.Default, raised).ShouldBeEmpty();
        Text(Ladder.Next(readings, SupervisionThresholds.Default, raised)).ShouldBe("rung:statutory:warning 2026-03-24");
    }

    [Fact]
    public void A_paused_clock_raises_nothing_and_waits_for_nothing()
    {
        var readings = Read("2026-06-01", Statutory.Enter(Paused(Date("2026-03-23"))));

        Ladder.Due(readings, SupervisionThresholds.Default, None).ShouldBeEmpty();
        Ladder.Next(readings, SupervisionThresholds.Default, None).ShouldBeNull();
    }

    [Fact]
    public void What_was_missed_before_a_pause_or_a_stop_is_raised_though_nobody_looked_then()
    {
        var readings = Read("2026-06-01", Promised.Enter(Paused(Date("2026-03-17"))), Statutory.Stop("2026-03-31"), Stage.Stop("2026-03-05"));

        Ladder.Due(readings, SupervisionThresholds.Default, None).Select(Text)
            .ShouldBe(["rung:promised:overdue 2026-03-17", "rung:statutory:overdue 2026-03-31"]);
    }

    [Fact]
    public void A_warning_is_not_raised_after_the_end() =>
        Ladder.Due(Read("2026-06-01", Statutory.Stop("2026-03-30")), SupervisionThresholds.Default, None).ShouldBeEmpty();

    [Fact]
    public void A_limit_shorter_than_the_threshold_warns_on_its_first_day_and_not_on_day_0()
    {
        var thresholds = new SupervisionThresholds(daysLeft: 5);
        Ladder.Due(Read("2026-03-02", Stage), thresholds, None).ShouldBeEmpty();
        Text(Ladder.Due(Read("2026-03-03", Stage), thresholds, None).Single()).ShouldBe("rung:stage:review:warning 2026-03-03");
    }

    [Fact]
    public void A_timer_wakes_when_the_day_begins_in_Shanghai() =>
        Ladder.Next(Read("2026-03-02", Statutory), SupervisionThresholds.Default, None)!.At.ShouldBe(Instant.FromUtc(2026, 3, 23, 16, 0));

    private static HashSet<Rung> None => [];

    private static List<ClockReading> Read(string today, params Clock[] clocks) => [.. clocks.Select(clock => clock.ReadOn(today))];

    private static string Text(RungDate? rung) => rung is null ? "" : $"{rung.Rung.Key} {rung.On:R}";
}
