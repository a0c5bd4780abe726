using CrossRegion.Domain.Clocks;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>行政许可法 art. 44: the certificate is made and delivered within ten days of the decision, whatever was left of art. 42.</summary>
public class Article44DeliveryTests
{
    private static readonly Clock Decided = Of(LicensingLaw.DeliveryRule, "2026-09-21");

    [Fact]
    public void Delivery_is_due_on_the_tenth_working_day_after_the_decision() => Decided.DueOn("2026-09-21").ShouldBe(Date("2026-10-12"));

    [Fact]
    public void It_counts_from_the_decision_though_that_came_early()
    {
        var decision = Of(LicensingLaw.DecisionRule, "2026-09-14").Stop("2026-09-21");

        decision.ReadOn("2026-10-12").Remaining.ShouldBe(14);
        Decided.ReadOn("2026-10-12").Remaining.ShouldBe(0);
        Decided.ReadOn("2026-10-12").IsOverdue.ShouldBeFalse();
        Decided.ReadOn("2026-10-13").IsOverdue.ShouldBeTrue();
    }
}
