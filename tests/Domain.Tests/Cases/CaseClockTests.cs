using CrossRegion.Domain.Calendars;
using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;
using CrossRegion.Domain.Catalogue;
using CrossRegion.Domain.Clocks;
using CrossRegion.Domain.Clocks.Entries;
using CrossRegion.Domain.Identifiers;
using NodaTime;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>Which clocks a case's steps start, pause, extend and stop. The sample is received on Monday, 2 March 2026.</summary>
public class CaseClockTests
{
    private static readonly ClockKey Statutory = ClockKey.Of(ClockKind.Statutory);
    private static readonly ClockKey Promised = ClockKey.Of(ClockKind.Promised);
    private static readonly ClockKey Delivery = ClockKey.Of(ClockKind.Delivery);

    [Fact]
    public void Article_32_the_notice_runs_from_receipt_and_ends_with_notice_acceptance_or_refusal()
    {
        Running(SampleCase.New.After(SampleCase.Received)).ShouldBe(["notice"]);
        Running(SampleCase.InPreReview).ShouldBe(["notice"]);
        Running(SampleCase.AwaitingSupplement).ShouldBeEmpty();
        Running(SampleCase.In(CaseStage.NotAccepted)).ShouldBeEmpty();
        Running(SampleCase.AcceptedFor(SampleCase.TaxOut)).ShouldNotContain("notice");
    }

    [Fact]
    public void Article_32_what_a_supplement_brings_is_answered_within_a_notice_of_its_own()
    {
        var later = SampleCase.At + Duration.FromDays(3);
        var again = SampleCase.AwaitingSupplement.After(SampleCase.Supplemented(1) with { At = later });
        Running(again).ShouldBe(["notice:round-2"]);
        again.Clocks["notice:round-2"].Start.From.ShouldBe(SampleCase.Today.PlusDays(3));
    }

    [Fact]
    public void Article_42_statutory_and_promised_limit_stage_and_reviews_run_side_by_side_until_the_decision()
    {
        Running(SampleCase.UnderReview).ShouldBe(["promised", "stage:review", "stage:review:tax-in", "stage:review:tax-out", "statutory"]);
        Running(SampleCase.UnderReview.After(SampleCase.Approved(SampleCase.TaxOut))).ShouldNotContain("stage:review:tax-out");
        Running(SampleCase.Reviewed).ShouldBe(["promised", "stage:decision", "statutory"]);
        Running(SampleCase.Reviewed.After(SampleCase.Granted)).ShouldBe(["delivery"]);
    }

    [Fact]
    public void Article_44_delivery_has_a_clock_of_its_own_from_the_decision_on()
    {
        var certified = SampleCase.Certified;
        Running(certified).ShouldBe(["delivery", "stage:delivery"]);
        certified.Clocks[Delivery.Value].Start.From.ShouldBe(certified.Decision!.DecidedOn);
        Running(certified.After(SampleCase.Delivered)).ShouldBeEmpty();
        Running(SampleCase.RefusedAndConcluded).ShouldBe(["stage:delivery"]);
    }

    [Fact]
    public void Article_45_a_special_procedure_holds_up_every_limit_but_the_notice_and_its_end_lets_them_run()
    {
        var held = SampleCase.UnderReview.After(SampleCase.ProcedureStarted(1));
        held.Clocks.Values.Where(clock => clock.State != ClockState.Stopped).ShouldAllBe(clock => clock.State == ClockState.Paused);
        var paused = (ClockPaused)held.Clocks[Statutory.Value].Later.Single();
        (paused.Procedure, paused.Document!.Value).ShouldBe((SpecialProcedureGround.ExpertReview, "特告〔2026〕1号"));

        var on = held.After(new SpecialProcedureEnded(SampleCase.At + Duration.FromDays(7), "registry-in", 1));
        on.Stage.ShouldBe(CaseStage.UnderReview);
        Running(on).ShouldBe(Running(SampleCase.UnderReview));
    }

    [Fact]
    public void Article_45_a_department_asked_meanwhile_is_held_up_as_the_others()
    {
        var held = SampleCase.AcceptedFor(SampleCase.TaxOut, SampleCase.TaxIn).After(SampleCase.ProcedureStarted(1)).After(SampleCase.ReviewRequested(SampleCase.TaxIn));
        held.Stage.ShouldBe(CaseStage.SpecialProcedure);
        held.Clocks["stage:review:tax-in"].State.ShouldBe(ClockState.Paused);
    }

    [Fact]
    public void Article_45_the_days_of_a_procedure_do_not_count_and_the_new_last_day_is_told()
    {
        var held = SampleCase.UnderReview.After(SampleCase.ProcedureStarted(1));
        held.Told.ShouldContainKeyAndValue("statutory", new LocalDate(2026, 3, 5));

        // Five working days later: those do not count.
        var on = held.After(new SpecialProcedureEnded(SampleCase.At + Duration.FromDays(7), "registry-in", 1));
        on.Told.ShouldContainKeyAndValue("statutory", new LocalDate(2026, 3, 12));
        on.Told.ShouldContainKeyAndValue("promised", new LocalDate(2026, 3, 12));
    }

    [Fact]
    public void Article_42_an_extension_moves_the_statutory_limit_and_leaves_the_promise()
    {
        var extended = SampleCase.UnderReview.After(SampleCase.Extended(2));
        extended.Told.ShouldContainKeyAndValue("statutory", new LocalDate(2026, 3, 9));
        extended.Told.ShouldContainKeyAndValue("promised", new LocalDate(2026, 3, 5));
        Should.Throw<IllegalStepException>(() => extended.After(SampleCase.Extended(1))).Fault.Code.ShouldBe("step-taken-already");
    }

    [Fact]
    public void Article_42_an_extension_that_the_ledger_refuses_is_refused_with_everything_that_is_wrong()
    {
        var wrong = SampleCase.Extended(4) with { Approver = new Approver(" ", ApproverOffice.GovernmentHead), Reason = "" };
        var refused = Should.Throw<IllegalStepException>(() => SampleCase.UnderReview.After(wrong));
        refused.Faults.Select(fault => fault.Path).ShouldBe(["added.amount", "approver.office", "approver.name", "reason"], ignoreOrder: true);
    }

    [Fact]
    public void Article_42_where_several_departments_decide_together_the_head_of_the_government_approves_an_extension()
    {
        var items = ServiceCatalogue.Load(Catalogue.CatalogueFolder.Read());
        OfficeOf("joint-completion-acceptance").ShouldBe(ApproverOffice.GovernmentHead);
        OfficeOf("transport-licence-renewal").ShouldBe(ApproverOffice.AuthorityHead);

        ApproverOffice OfficeOf(string file)
        {
            var code = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalogue", "items", $"{file}.v1.json")).Split('"')[7];
            return (SampleCase.Rules with { Item = items.Get(HandlingCode.Parse(code), 1) }).Office;
        }
    }

    [Fact]
    public void A_withdrawal_stops_every_clock() => Running(SampleCase.UnderReview.After(SampleCase.Withdrawn)).ShouldBeEmpty();

    [Fact]
    public void A_case_without_ledgers_of_an_earlier_release_gets_them_with_its_next_step()
    {
        var old = SampleCase.UnderReview with { Clocks = SampleCase.New.Clocks, Told = SampleCase.New.Told };
        var next = old.After(SampleCase.Approved(SampleCase.TaxOut) with { At = SampleCase.At + Duration.FromDays(2) });
        next.Clocks[Statutory.Value].Start.From.ShouldBe(old.Acceptance!.AcceptedOn);
        next.Clocks[Promised.Value].Start.From.ShouldBe(old.Acceptance.AcceptedOn);
        next.Clocks["stage:review:tax-in"].Start.From.ShouldBe(SampleCase.Today);
    }

    [Fact]
    public void A_machine_whose_clock_was_set_back_stops_no_case()
    {
        var early = SampleCase.Approved(SampleCase.TaxOut) with { At = SampleCase.At - Duration.FromDays(2) };
        SampleCase.UnderReview.After(early).Clocks["stage:review:tax-out"].State.ShouldBe(ClockState.Stopped);
    }

    [Fact]
    public void A_later_calendar_never_shortens_what_was_told()
    {
        var holidays = SampleCase.UnderReview.Told["statutory"];
        var recomputed = SampleCase.UnderReview.After(
            new LimitsRecomputed(SampleCase.At, "system", "5f2c", "撤销放假"),
            SampleCase.Rules with { Calendar = WithHoliday(new LocalDate(2026, 3, 4)) });
        recomputed.Told["statutory"].ShouldBe(holidays.PlusDays(1));
        recomputed.After(new LimitsRecomputed(SampleCase.At, "system", "77aa", "恢复上班")).Told["statutory"].ShouldBe(holidays.PlusDays(1));
    }

    private static WorkingDayCalendar WithHoliday(LocalDate date)
    {
        HolidayNotice[] notices =
        [
            .. SampleCase.Rules.Calendar.Notices.Select(notice => notice.Year == date.Year
                ? notice with { Holidays = [.. notice.Holidays, new Holiday(new("临时放假", "Extra day off"), date, date)] }
                : notice),
        ];
        WorkingDayCalendar.TryCreate(notices, out var calendar, out var faults).ShouldBeTrue(string.Join('\n', faults));
        return calendar!;
    }

    private static IEnumerable<string> Running(Case subject) =>
        subject.Clocks.Values.Where(clock => clock.State == ClockState.Running).Select(clock => clock.Key.Value);
}
