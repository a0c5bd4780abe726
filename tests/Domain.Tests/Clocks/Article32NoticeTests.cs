using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Clocks.Entries;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>行政许可法 art. 32(4): told within five days; else accepted from the day the material was received.</summary>
public class Article32NoticeTests
{
    private static readonly Clock Received = Of(LicensingLaw.NoticeRule, "2026-09-30");

    [Fact]
    public void The_notice_is_due_on_the_fifth_working_day_after_receipt() => Received.DueOn("2026-09-30").ShouldBe(Date("2026-10-13"));

    [Theory]
    [InlineData("2026-10-13", false)] // the limit ends with its last day
    [InlineData("2026-10-14", true)]
    [InlineData("2027-06-01", true)] // the system was down for months: the law was not
    public void Silence_is_acceptance_from_the_day_of_receipt(string today, bool deemed) =>
        DeemedAcceptance.Of(Received, Date(today), Calendar)
            .ShouldBe(deemed ? new DeemedAcceptance(Date("2026-09-30"), Date("2026-10-14")) : null);

    [Theory]
    [InlineData("2026-10-13", false)]
    [InlineData("2026-10-14", true)] // a late notice is no notice
    public void Only_a_notice_in_time_prevents_it(string stopped, bool deemed) =>
        (DeemedAcceptance.Of(Received.Stop(stopped), Date("2026-12-01"), Calendar) is not null).ShouldBe(deemed);

    [Fact]
    public void Acceptance_rests_on_its_own_item() => LicensingLaw.Acceptance.Article.ShouldBe("第三十二条第一款第(五)项");

    [Fact]
    public void The_limit_to_decide_then_runs_from_the_day_of_receipt()
    {
        var deemed = DeemedAcceptance.Of(Received, Date("2026-10-20"), Calendar)!;
        var entry = new ClockStarted(At(Date("2026-10-20")), "system", deemed.AcceptedOn, LicensingLaw.Notice);

        Clock.TryStart(ClockKey.Of(ClockKind.Statutory), LicensingLaw.DecisionRule, entry, out var clock, out _).ShouldBeTrue();

        clock!.DueOn("2026-10-20").ShouldBe(Calendar.AddWorkingDays(Date("2026-09-30"), new(20)).Date);
    }

    [Fact]
    public void Special_procedures_do_not_stop_it() =>
        Received.Refused(Paused(Date("2026-10-08"))).ShouldBe([":not-excludable"]);

    [Fact]
    public void It_cannot_be_extended() => Received.Refused(Extended(Date("2026-10-08"))).ShouldBe([":no-extension"]);

    [Fact]
    public void A_supplement_has_a_notice_limit_of_its_own()
    {
        var second = Of(ClockKey.Notice(2), LicensingLaw.NoticeRule, Date("2026-10-20"));

        second.Key.Value.ShouldBe("notice:round-2");
        DeemedAcceptance.Of(second, Date("2026-11-30"), Calendar)!.AcceptedOn.ShouldBe(Date("2026-10-20"));
    }

    [Fact]
    public void No_other_limit_ends_in_acceptance() =>
        Should.Throw<ArgumentException>(() => DeemedAcceptance.Of(Of(LicensingLaw.DeliveryRule, "2026-03-02"), new LocalDate(2026, 9, 1), Calendar))
            .Message.ShouldContain("art. 32(4)");
}
