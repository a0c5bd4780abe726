using CrossRegion.Domain.Clocks;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>行政许可法 art. 43: a lower authority ends its review within twenty days of its acceptance.</summary>
public class Article43LowerReviewTests
{
    private static readonly Clock Accepted = Of(LicensingLaw.LowerReviewRule, "2026-02-11");

    [Fact]
    public void The_review_ends_on_the_twentieth_working_day() => Accepted.DueOn("2026-02-11").ShouldBe(Date("2026-03-17"));

    [Fact]
    public void It_is_not_extended() => Accepted.Refused(Extended(Date("2026-03-02"))).ShouldBe([":no-extension"]);

    [Fact]
    public void A_missed_review_is_red() =>
        Supervision.ColourOf(Accepted.ReadOn("2026-03-18"), SupervisionThresholds.Default).ShouldBe(SupervisionColour.Red);
}
