using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.CodeSets;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>行政许可法 art. 42(1): twenty days, and ten more on approval of the authority's head, the reasons told.</summary>
public class Article42DecisionTests
{
    private static readonly Clock Accepted = Of(LicensingLaw.DecisionRule, "2026-02-11");

    [Fact]
    public void A_decision_is_due_on_the_twentieth_working_day_after_acceptance()
    {
        var reading = Accepted.ReadOn("2026-02-11");

        (reading.Due.Date, reading.Budget, reading.Consumed, reading.Remaining).ShouldBe((Date("2026-03-17"), 20, 0, 20));
        reading.State.ShouldBe(ClockState.Running);
        reading.Unit.ShouldBe(LimitUnit.WorkingDay);
    }

    [Fact]
    public void An_extension_adds_ten()
    {
        var reading = Accepted.Enter(Extended(Date("2026-03-16"))).ReadOn("2026-03-16");

        (reading.Due.Date, reading.Budget, reading.Consumed).ShouldBe((Date("2026-03-31"), 30, 19));
    }

    [Fact]
    public void Before_the_day_of_the_extension_the_clock_does_not_know_of_it() =>
        Accepted.Enter(Extended(Date("2026-03-16"))).ReadOn("2026-03-13").Budget.ShouldBe(20);

    [Fact]
    public void There_is_one_extension() =>
        Accepted.Enter(Extended(Date("2026-03-16"), 5)).Refused(Extended(Date("2026-03-17"), 5)).ShouldBe([":extended-already"]);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    public void It_adds_one_to_ten_days(int days) => Accepted.Refused(Extended(Date("2026-03-16"), days)).ShouldBe(["added.amount:too-long"]);

    [Fact]
    public void It_is_counted_as_the_limit_is() =>
        Accepted.Refused(Extended(Date("2026-03-16")) with { Added = Days(5, LimitUnit.CalendarDay) }).ShouldBe(["added.unit:limit-unit"]);

    [Theory]
    [InlineData("2026-03-17")]
    [InlineData("2026-03-18", "at:too-late")]
    public void It_comes_before_the_limit_has_run_out(string on, params string[] expected)
    {
        Accepted.TryEnter(Extended(Date(on)), Calendar, out _, out var faults);
        Codes(faults).ShouldBe(expected);
    }

    [Fact]
    public void It_needs_the_authoritys_head_by_name_a_reason_and_the_notice_and_says_so_at_one_time() =>
        Accepted.Refused(Extended(Date("2026-03-16"), 11) with { By = " ", Approver = new Approver("", ApproverOffice.GovernmentHead), Reason = "", Document = null })
            .ShouldBe(["by:missing", "added.amount:too-long", "approver.office:other-office", "approver.name:missing", "reason:missing", "document:missing"]);

    [Fact]
    public void An_item_has_the_limits_of_its_own_rules()
    {
        var limits = new ItemLimits(Days(15), Days(5), Days(3), Days(30));

        ClockRule.Statutory(limits, ApproverOffice.AuthorityHead).ShouldBe(
            new ClockRule(ClockKind.Statutory, Days(15), new ExtensionRule(Days(3), ApproverOffice.AuthorityHead)));
        ClockRule.Statutory(limits with { Extension = null }, ApproverOffice.AuthorityHead).Extension.ShouldBeNull();
        ClockRule.Promised(limits).ShouldBe(new ClockRule(ClockKind.Promised, Days(5)));
        ClockRule.Stage(Days(2)).ShouldBe(new ClockRule(ClockKind.Stage, Days(2)));
    }

    [Fact]
    public void A_clock_counts_days() =>
        Should.Throw<ArgumentException>(() => new ClockRule(ClockKind.Stage, Days(4, LimitUnit.Hour))).Message.ShouldContain("hours");

    [Fact]
    public void An_extension_of_another_unit_is_no_rule() =>
        Should.Throw<ArgumentException>(
            () => new ClockRule(ClockKind.Statutory, Days(20), new ExtensionRule(Days(1, LimitUnit.Month), ApproverOffice.AuthorityHead)))
            .Message.ShouldContain("another unit");
}
