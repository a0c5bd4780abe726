using CrossRegion.Domain.Cases;
using CrossRegion.Domain.Cases.Steps;

namespace CrossRegion.Domain.Tests.Cases;

/// <summary>What the law asks of a step beyond its place: 行政许可法 art. 32, 38, 44.</summary>
public class LifecycleTests
{
    [Fact]
    public void A_step_taken_twice_is_refused_with_its_name()
    {
        var refusal = Lifecycle.Refusal(SampleCase.In(CaseStage.Received), SampleCase.Received).ShouldNotBeNull();

        refusal.Code.ShouldBe("step-taken-already");
        refusal.MessageEn.ShouldContain("received");
    }

    [Fact]
    public void Art_32_4_a_notice_names_something() =>
        Refusal(SampleCase.InPreReview, SampleCase.SupplementRequested(1)).ShouldBe("nothing-to-supplement");

    [Fact]
    public void Art_32_4_a_second_notice_may_only_insist_on_what_the_first_one_named()
    {
        var again = SampleCase.AwaitingSupplement.After(SampleCase.Supplemented(1)).After(SampleCase.PreReviewed(2, 2, 3));

        var refusal = Lifecycle.Refusal(again, SampleCase.SupplementRequested(2, 2, 3)).ShouldNotBeNull();
        refusal.Code.ShouldBe("one-time-notice");
        refusal.MessageZh.ShouldEndWith(":材料3"); // and not material 2, which was told
        Refusal(again, SampleCase.SupplementRequested(2, 2)).ShouldBeNull();
    }

    [Fact]
    public void Art_32_4_something_new_is_asked_for_only_with_the_reason_why_nobody_could_know_it_before()
    {
        var again = SampleCase.AwaitingSupplement.After(SampleCase.Supplemented(1)).After(SampleCase.PreReviewed(2, 3));
        var notice = SampleCase.SupplementRequested(2, 3);

        foreach (var blank in new[] { null, "", " " })
        {
            Refusal(again, notice with { Supplement = notice.Supplement with { NewlyKnown = blank } }).ShouldBe("one-time-notice");
        }

        var known = again.After(notice with { Supplement = notice.Supplement with { NewlyKnown = "材料3在首次告知后失效" } });
        known.Supplements[^1].NewlyKnown.ShouldBe("材料3在首次告知后失效");
    }

    [Fact]
    public void Art_32_4_notices_are_counted_by_office()
    {
        var first = SampleCase.SupplementRequested(1, 1, 2);
        var again = SampleCase.New.After(SampleCase.Received).After(SampleCase.PreReviewed(1, 1, 2))
            .After(first with { Supplement = first.Supplement with { Office = SampleCase.TaxIn } })
            .After(SampleCase.Supplemented(1)).After(SampleCase.PreReviewed(2, 2));
        var second = SampleCase.SupplementRequested(2, 2);

        again.After(second with { Supplement = second.Supplement with { Office = SampleCase.TaxIn } }).NoticesByOffice().ShouldBe(new Dictionary<string, int> { ["tax-in"] = 2 });
        again.After(second with { Supplement = second.Supplement with { Office = SampleCase.TaxOut } }).NoticesByOffice()
            .ShouldBe(new Dictionary<string, int> { ["tax-in"] = 1, ["tax-out"] = 1 }, ignoreOrder: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Notices_are_numbered_without_gaps(int round)
    {
        var again = SampleCase.AwaitingSupplement.After(SampleCase.Supplemented(1)).After(SampleCase.PreReviewed(2, 2));

        Refusal(again, SampleCase.SupplementRequested(round, 2)).ShouldBe(round == 1 ? "step-taken-already" : "no-such-notice");
    }

    [Fact]
    public void A_supplement_answers_the_notice_that_waits() =>
        Refusal(SampleCase.AwaitingSupplement, SampleCase.Supplemented(2)).ShouldBe("no-such-notice");

    [Fact]
    public void Art_32_5_what_is_incomplete_is_not_accepted() =>
        Refusal(SampleCase.New.After(SampleCase.Received).After(SampleCase.PreReviewed(1, 1)), SampleCase.Accepted()).ShouldBe("incomplete");

    [Fact]
    public void Art_32_2_who_is_not_competent_names_who_is() =>
        Refusal(SampleCase.InPreReview, NotAccepted(SampleCase.NotCompetent with { CompetentAuthority = null })).ShouldBe("competent-authority-missing");

    [Fact]
    public void Only_a_notice_that_waits_can_lapse() =>
        Refusal(SampleCase.InPreReview, NotAccepted(SampleCase.Lapsed)).ShouldBe("no-such-notice");

    [Fact]
    public void While_a_supplement_is_awaited_only_its_lapse_ends_the_matter() =>
        Refusal(SampleCase.AwaitingSupplement, NotAccepted(SampleCase.NotCompetent)).ShouldBe("step-not-allowed");

    [Fact]
    public void A_department_without_a_part_in_the_case_is_not_asked() =>
        Refusal(SampleCase.AcceptedFor(SampleCase.TaxOut), SampleCase.ReviewRequested(SampleCase.TaxIn)).ShouldBe("unknown-department");

    [Fact]
    public void A_department_that_was_not_asked_decides_nothing() =>
        Refusal(
            SampleCase.AcceptedFor(SampleCase.TaxOut, SampleCase.TaxIn).After(SampleCase.ReviewRequested(SampleCase.TaxOut)),
            SampleCase.Approved(SampleCase.TaxIn)).ShouldBe("review-state");

    [Fact]
    public void A_department_answers_once() =>
        Refusal(SampleCase.UnderReview.After(SampleCase.Approved(SampleCase.TaxOut)), SampleCase.NotApproved(SampleCase.TaxOut)).ShouldBe("step-taken-already");

    [Fact]
    public void A_review_that_ended_is_not_stopped() =>
        Refusal(SampleCase.UnderReview.After(SampleCase.Approved(SampleCase.TaxOut)), SampleCase.Stopped(SampleCase.TaxOut)).ShouldBe("step-taken-already");

    [Fact]
    public void Art_38_a_department_that_refuses_gives_reasons() =>
        Refusal(SampleCase.UnderReview, SampleCase.NotApproved(SampleCase.TaxOut) with { Reasons = [] }).ShouldBe("reasons-missing");

    [Fact]
    public void Nothing_is_decided_while_a_department_has_not_answered()
    {
        var refusal = Lifecycle.Refusal(SampleCase.UnderReview.After(SampleCase.Approved(SampleCase.TaxOut)), SampleCase.Granted).ShouldNotBeNull();

        refusal.Code.ShouldBe("review-open");
        refusal.MessageEn.ShouldContain("tax-in");
    }

    [Fact]
    public void Nothing_is_granted_against_a_department() =>
        Refusal(SampleCase.UnderReview.After(SampleCase.NotApproved(SampleCase.TaxOut)).After(SampleCase.Stopped(SampleCase.TaxIn)), SampleCase.Granted)
            .ShouldBe("not-approved");

    [Fact]
    public void Art_38_a_refusal_states_its_reasons() =>
        Refusal(SampleCase.Reviewed, SampleCase.Refused with { Decision = SampleCase.Refused.Decision with { Reasons = [] } }).ShouldBe("reasons-missing");

    [Fact]
    public void Art_38_a_refusal_tells_of_the_remedies() =>
        Refusal(SampleCase.Reviewed, SampleCase.Refused with { Decision = SampleCase.Refused.Decision with { Remedies = null } }).ShouldBe("remedies-missing");

    [Fact]
    public void Art_44_a_refusal_has_no_certificate() =>
        Refusal(SampleCase.RefusedAndConcluded, SampleCase.CertificateMade).ShouldBe("not-granted");

    [Fact]
    public void Art_44_what_was_granted_is_not_delivered_before_its_certificate() =>
        Refusal(SampleCase.In(CaseStage.Concluded), SampleCase.Delivered).ShouldBe("no-certificate");

    [Theory]
    [InlineData(CaseStage.Decided)]
    [InlineData(CaseStage.Concluded)]
    [InlineData(CaseStage.CertificateMade)]
    [InlineData(CaseStage.Delivered)]
    [InlineData(CaseStage.Evaluated)]
    public void What_is_decided_cannot_be_withdrawn(CaseStage stage) =>
        Refusal(SampleCase.In(stage), SampleCase.Withdrawn).ShouldBe("step-not-allowed");

    [Fact]
    public void Only_what_failed_is_replayed() =>
        Refusal(SampleCase.UnderReview, new Replayed(SampleCase.At, "operator", 2, "试")).ShouldBe("not-failed");

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_replay_is_the_next_generation(int generation) =>
        Refusal(
            SampleCase.UnderReview.After(new HandlingFailed(SampleCase.At, "system", 1, "OpenCase", "unreachable")),
            new Replayed(SampleCase.At, "operator", generation, "试")).ShouldBe("wrong-generation");

    [Fact]
    public void A_failure_of_the_machine_leaves_the_stage_and_a_replay_clears_it()
    {
        var failed = SampleCase.UnderReview.After(new HandlingFailed(SampleCase.At, "system", 1, "OpenCase", "unreachable"));
        failed.Stage.ShouldBe(CaseStage.UnderReview);
        failed.Failure.ShouldBe(new HandlingFailure("OpenCase", "unreachable", SampleCase.At));

        var replayed = failed.After(new Replayed(SampleCase.At, "operator", 2, "修复后"));
        replayed.Stage.ShouldBe(CaseStage.UnderReview);
        replayed.Failure.ShouldBeNull();
        replayed.Generation.ShouldBe(2);
    }

    [Fact]
    public void Steps_are_numbered_in_the_order_in_which_they_were_taken() =>
        SampleCase.InPreReview.Steps.ShouldBe(
            [KeyValuePair.Create("applied", 1), KeyValuePair.Create("pre-reviewed:1", 3), KeyValuePair.Create("received", 2)]);

    private static AcceptanceRefused NotAccepted(NonAcceptance ground) => new(SampleCase.At, "system", ground);

    private static string? Refusal(Case before, CaseStep step) => Lifecycle.Refusal(before, step)?.Code;
}
