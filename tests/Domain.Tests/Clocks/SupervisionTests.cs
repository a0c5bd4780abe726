using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>The colours of 电子监察 by the default thresholds: one day left, or a fifth of the limit.</summary>
public class SupervisionTests
{
    private static readonly Clock Statutory = Of(LicensingLaw.DecisionRule, "2026-03-02"); // due on 30 March
    private static readonly Clock Promised = Of(new ClockRule(ClockKind.Promised, Days(10)), "2026-03-02"); // due on 16 March
    private static readonly Clock Stage = Of(ClockKey.Stage(HandlingStage.Review), ClockRule.Stage(Days(3)), Date("2026-03-02")); // due on 5 March

    [Theory]
    [InlineData("2026-03-11", SupervisionColour.Green)] // 3 of 10 promised days left
    [InlineData("2026-03-12", SupervisionColour.Yellow)] // 2 of 10 promised days left
    [InlineData("2026-03-16", SupervisionColour.Yellow)]
    [InlineData("2026-03-17", SupervisionColour.Orange)]
    [InlineData("2026-03-30", SupervisionColour.Orange)]
    [InlineData("2026-03-31", SupervisionColour.Red)]
    public void A_case_turns_from_green_to_red(string today, SupervisionColour colour) => Colour(today, Statutory, Promised).ShouldBe(colour);

    [Fact]
    public void A_case_is_yellow_when_a_stage_is_overdue_though_the_whole_is_not()
    {
        Colour("2026-03-06", Statutory, Promised, Stage).ShouldBe(SupervisionColour.Yellow);
        Colour("2026-03-06", Statutory, Promised, Stage.Stop("2026-03-05")).ShouldBe(SupervisionColour.Green);
        Colour("2026-03-09", Statutory, Promised, Stage.Stop("2026-03-06")).ShouldBe(SupervisionColour.Green); // late, but done
        Colour("2026-03-31", Statutory, Stage).ShouldBe(SupervisionColour.Red);
    }

    [Fact]
    public void A_paused_case_is_blue()
    {
        var pause = Paused(Date("2026-03-12"));

        Colour("2026-05-12", Statutory.Enter(pause), Promised.Enter(pause)).ShouldBe(SupervisionColour.Blue);
        Colour("2026-03-12", Statutory.Enter(pause), Promised.Enter(pause)).ShouldBe(SupervisionColour.Blue);
        Colour("2026-03-11", Statutory.Enter(pause), Promised.Enter(pause)).ShouldBe(SupervisionColour.Green);
    }

    [Fact]
    public void A_pause_does_not_hide_what_was_missed_before() =>
        Colour("2026-03-20", Statutory.Enter(Paused(Date("2026-03-18"))), Promised.Enter(Paused(Date("2026-03-18")))).ShouldBe(SupervisionColour.Orange);

    [Theory]
    [InlineData("2026-03-16", SupervisionColour.Green)]
    [InlineData("2026-03-17", SupervisionColour.Orange)]
    [InlineData("2026-03-31", SupervisionColour.Red)]
    public void What_is_done_keeps_the_colour_of_what_it_missed(string done, SupervisionColour colour) =>
        Colour("2026-08-03", Statutory.Stop(done), Promised.Stop(done)).ShouldBe(colour);

    [Theory]
    [InlineData(ClockKind.Notice, SupervisionColour.Red)]
    [InlineData(ClockKind.Statutory, SupervisionColour.Red)]
    [InlineData(ClockKind.LowerReview, SupervisionColour.Red)]
    [InlineData(ClockKind.Delivery, SupervisionColour.Red)]
    [InlineData(ClockKind.Promised, SupervisionColour.Orange)]
    [InlineData(ClockKind.Stage, SupervisionColour.Yellow)]
    public void What_the_law_limits_is_red_when_missed(ClockKind kind, SupervisionColour colour)
    {
        Supervision.Missed(kind).ShouldBe(colour);
        new Rung(ClockKey.Of(kind), RungLevel.Overdue).Colour.ShouldBe(colour);
        new Rung(ClockKey.Of(kind), RungLevel.Warning).Colour.ShouldBe(SupervisionColour.Yellow);
    }

    [Fact]
    public void A_case_without_a_clock_is_green() => Colour("2026-03-02").ShouldBe(SupervisionColour.Green);

    [Theory]
    [InlineData(1, 20, 20, 4)]
    [InlineData(1, 20, 5, 1)]
    [InlineData(1, 20, 3, 1)]
    [InlineData(3, 0, 45, 3)]
    [InlineData(0, 0, 45, 0)]
    [InlineData(30, 100, 45, 45)]
    public void The_larger_threshold_warns(int days, int percent, int budget, int left) =>
        new SupervisionThresholds(days, percent).WarningAt(budget).ShouldBe(left);

    [Theory]
    [InlineData(-1, 20)]
    [InlineData(31, 20)]
    [InlineData(1, -1)]
    [InlineData(1, 101)]
    public void A_threshold_out_of_range_is_refused(int days, int percent) =>
        Should.Throw<ArgumentOutOfRangeException>(() => new SupervisionThresholds(days, percent));

    private static SupervisionColour Colour(string today, params Clock[] clocks) =>
        Supervision.ColourOf(clocks.Select(clock => clock.ReadOn(today)), SupervisionThresholds.Default);
}
