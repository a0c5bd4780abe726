using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Clocks.Entries;
using NodaTime;
using static CrossRegion.Domain.Tests.Clocks.SampleClock;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>An entry that the law does not allow is refused with all its faults.</summary>
public class LedgerRulesTests
{
    private static readonly LocalDate Today = new(2026, 3, 4);
    private static readonly Clock Running = Of(LicensingLaw.DecisionRule, "2026-03-02");
    private static readonly Clock OnPause = Running.Enter(Paused(Today));
    private static readonly Clock Done = Running.Enter(Stopped(Today));

    public static TheoryData<string, Clock, ClockEntry, string> Illegal => new()
    {
        { "start again", Running, Running.Start with { At = At(Today) }, ":started-already" },
        { "resume what runs", Running, Resumed(Today), ":not-paused" },
        { "pause twice", OnPause, Paused(Today), ":paused-already" },
        { "pause what is done", Done, Paused(Today), ":stopped" },
        { "resume what is done", Done, Resumed(Today), ":stopped" },
        { "extend what is done", Done, Extended(Today), ":stopped" },
        { "stop twice", Done, Stopped(Today), ":stopped" },
        { "start what is done", Done, Running.Start with { At = At(Today) }, ":started-already" },
        { "nobody", Running, Stopped(Today) with { By = "" }, "by:missing" },
        { "before the start", Running, Stopped(Today.PlusDays(-3)), "at:out-of-order" },
        { "before the latest entry", OnPause, Resumed(Today) with { At = At(Today) - Duration.Epsilon }, "at:out-of-order" },
        { "extend before the start", Running, Extended(Today.PlusDays(-3)), "at:out-of-order" },
    };

    [Theory]
    [MemberData(nameof(Illegal))]
    public void It_is_refused(string attempt, Clock clock, ClockEntry entry, string fault) => clock.Refused(entry).ShouldBe([fault], attempt);

    [Fact]
    public void Every_fault_is_told_at_one_time() =>
        Done.Refused(Paused(Today.PlusDays(-1), default) with { By = "", Document = null })
            .ShouldBe(["by:missing", "at:out-of-order", ":stopped", "procedure:no-ground", "document:missing"]);

    [Fact]
    public void A_paused_clock_may_be_extended_resumed_or_stopped()
    {
        OnPause.Enter(Extended(Today)).State.ShouldBe(ClockState.Paused);
        OnPause.Enter(Resumed(Today)).State.ShouldBe(ClockState.Running);
        OnPause.Enter(Stopped(Today)).State.ShouldBe(ClockState.Stopped);
    }

    [Fact]
    public void The_clock_before_an_entry_stays_as_it_was()
    {
        OnPause.Later.Count.ShouldBe(1);
        Running.Later.ShouldBeEmpty();
    }

    [Fact]
    public void A_start_names_who_made_it_lies_not_ahead_and_fits_the_rule()
    {
        var start = new ClockStarted(At(Today), "", Today.PlusDays(1), LicensingLaw.Acceptance);

        Clock.TryStart(ClockKey.Of(ClockKind.Promised), LicensingLaw.DecisionRule, start, out var clock, out var faults).ShouldBeFalse();

        clock.ShouldBeNull();
        Codes(faults).ShouldBe(["by:missing", "key:other-kind", "from:starts-ahead"]);
    }
}
