using CrossRegion.Domain.Clocks;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>
/// 行政许可法 art. 26 and 42(2): handled by several departments together, forty-five days, and fifteen more on approval of the head of
/// the people's government.
/// </summary>
public class Article26And42JointDecisionTests
{
    private static readonly Clock Accepted = Of(LicensingLaw.JointDecisionRule, "2026-03-02");

    [Fact]
    public void A_joint_decision_is_due_on_the_forty_fifth_working_day() => Accepted.DueOn("2026-03-02").ShouldBe(Date("2026-05-08"));

    [Fact]
    public void The_governments_head_may_add_fifteen() =>
        Accepted.Enter(Extended(Date("2026-05-06"), 15) with { Approver = GovernmentHead }).DueOn("2026-05-06").ShouldBe(Date("2026-05-28"));

    [Fact]
    public void The_authoritys_head_may_not() =>
        Accepted.Refused(Extended(Date("2026-05-06"), 15)).ShouldBe(["approver.office:other-office"]);
}
