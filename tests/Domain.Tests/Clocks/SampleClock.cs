using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.CodeSets;
using CrossRegion.Domain.Faults;
using CrossRegion.Domain.Identifiers;
using CrossRegion.Domain.Tests.Catalogue;
using NodaTime;
using NodaTime.Text;

namespace CrossRegion.Domain.Tests.Clocks;

/// <summary>Clocks by the published calendar, and the entries that move them; dates are written as text.</summary>
internal static class SampleClock
{
    public static readonly WorkingDayCalendar Calendar = WorkingDayCalendar.Load(CatalogueFolder.Read());
    public static readonly DocumentNumber Notice = DocumentNumber.Parse("灵审特告〔2026〕12号");
    public static readonly Approver AuthorityHead = new("韦某(模拟)", ApproverOffice.AuthorityHead);
    public static readonly Approver GovernmentHead = new("覃某(模拟)", ApproverOffice.GovernmentHead);

    public static LocalDate Date(string text) => LocalDatePattern.Iso.Parse(text).Value;

    /// <summary>Ten in the morning of that day.</summary>
    public static Instant At(LocalDate date) => ChinaTime.StartOf(date) + Duration.FromHours(10);

    public static TimeLimit Days(int amount, LimitUnit unit = LimitUnit.WorkingDay) => new(amount, unit, LicensingLaw.Decision);

    public static Clock Of(ClockRule rule, string from) => Of(ClockKey.Of(rule.Kind), rule, Date(from));

    public static Clock Of(ClockKey key, ClockRule rule, LocalDate from)
    {
        Clock.TryStart(key, rule, new ClockStarted(At(from), "system", from, LicensingLaw.Acceptance), out var clock, out var faults)
            .ShouldBeTrue(string.Join('\n', faults));
        return clock!;
    }

    public static ClockPaused Paused(LocalDate on, SpecialProcedureGround procedure = SpecialProcedureGround.ExpertReview) =>
        new(At(on), "expert-panel", procedure, Days(15), Notice);

    public static ClockResumed Resumed(LocalDate on) => new(At(on), "expert-panel");

    public static ClockExtended Extended(LocalDate on, int days = 10) =>
        new(At(on), "lead", Days(days), AuthorityHead, "案情复杂", LicensingLaw.Decision, Notice);

    public static ClockStopped Stopped(LocalDate on) => new(At(on), "lead", LicensingLaw.Decision);

    public static Clock Pause(this Clock clock, string from, string to) => clock.Enter(Paused(Date(from))).Enter(Resumed(Date(to)));

    public static Clock Stop(this Clock clock, string on) => clock.Enter(Stopped(Date(on)));

    public static Clock Enter(this Clock clock, ClockEntry entry)
    {
        clock.TryEnter(entry, Calendar, out var after, out var faults).ShouldBeTrue(string.Join('\n', faults));
        return after!;
    }

    /// <summary>The codes of the faults an entry is refused with, each after its path.</summary>
    public static IEnumerable<string> Refused(this Clock clock, ClockEntry entry)
    {
        clock.TryEnter(entry, Calendar, out var after, out var faults).ShouldBeFalse($"{entry} was accepted");
        after.ShouldBeNull();
        return Codes(faults);
    }

    public static IEnumerable<string> Codes(IReadOnlyList<Fault> faults)
    {
        faults.ShouldAllBe(fault => fault.MessageZh.Length > 3 && fault.MessageEn.Length > 10, "a fault is told in both languages");
        return faults.Select(fault => $"{fault.Path}:{fault.Code}");
    }

    public static ClockReading ReadOn(this Clock clock, string today) => clock.ReadOn(Date(today), Calendar);

    public static LocalDate DueOn(this Clock clock, string today) => clock.ReadOn(today).Due.Date;
}
